using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Broadsheet.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class First : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "api_requests",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    by = table.Column<long>(type: "bigint", nullable: false),
                    key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    path = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    location = table.Column<string>(type: "text", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_api_requests", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_log",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    member_id = table.Column<long>(type: "bigint", nullable: true),
                    token_id = table.Column<long>(type: "bigint", nullable: true),
                    who = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    act = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    which = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_log", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "brake_counts",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    times = table.Column<int>(type: "integer", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_brake_counts", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "bulk_acts",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    change = table.Column<string>(type: "text", nullable: false),
                    scope = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<long>(type: "bigint", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    cursor = table.Column<long>(type: "bigint", nullable: false),
                    total = table.Column<int>(type: "integer", nullable: false),
                    done = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bulk_acts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "contributors",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    pen_name = table.Column<string>(type: "text", nullable: false),
                    slug = table.Column<string>(type: "text", nullable: false),
                    bio = table.Column<string>(type: "text", nullable: false),
                    picture = table.Column<Guid>(type: "uuid", nullable: true),
                    is_hidden = table.Column<bool>(type: "boolean", nullable: false),
                    former_names = table.Column<string[]>(type: "text[]", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false),
                    translations = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contributors", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "copy_archive_runs",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    by = table.Column<long>(type: "bigint", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    stories = table.Column<int>(type: "integer", nullable: false),
                    done = table.Column<int>(type: "integer", nullable: false),
                    found = table.Column<int>(type: "integer", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_copy_archive_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "copy_rule_settings",
                columns: table => new
                {
                    rule = table.Column<string>(type: "text", nullable: false),
                    severity = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_copy_rule_settings", x => x.rule);
                });

            migrationBuilder.CreateTable(
                name: "correction_answers",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    article_id = table.Column<long>(type: "bigint", nullable: false),
                    from_version = table.Column<int>(type: "integer", nullable: false),
                    to_version = table.Column<int>(type: "integer", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: false),
                    why = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    correction_id = table.Column<long>(type: "bigint", nullable: true),
                    changes = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_correction_answers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "day_heads",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    previous_hash = table.Column<string>(type: "text", nullable: false),
                    last_version_id = table.Column<long>(type: "bigint", nullable: false),
                    versions = table.Column<int>(type: "integer", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_day_heads", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "deleted_versions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    article = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deleted_versions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "desk_entries",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    target_id = table.Column<long>(type: "bigint", nullable: false),
                    terms = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_desk_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "desk_waiting",
                columns: table => new
                {
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    target_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_desk_waiting", x => new { x.kind, x.target_id });
                });

            migrationBuilder.CreateTable(
                name: "desks",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    shares_stories = table.Column<bool>(type: "boolean", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_desks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "developing_stories",
                columns: table => new
                {
                    article_id = table.Column<long>(type: "bigint", nullable: false),
                    from_version = table.Column<int>(type: "integer", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_developing_stories", x => x.article_id);
                });

            migrationBuilder.CreateTable(
                name: "edge_ledger",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    stamp = table.Column<Guid>(type: "uuid", nullable: false),
                    below = table.Column<long>(type: "bigint", nullable: false),
                    above = table.Column<string>(type: "text", nullable: false),
                    gap_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    needs_all = table.Column<bool>(type: "boolean", nullable: false),
                    held_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    not_before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    allowed = table.Column<double>(type: "double precision", nullable: false),
                    allowed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_edge_ledger", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "editions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    tagline = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    time_zone = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_editions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "files",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_hash = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    length = table.Column<long>(type: "bigint", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    search_text = table.Column<string>(type: "text", nullable: false),
                    uploaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    uploaded_by = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_files", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "house_people",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "text", nullable: false),
                    family = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    wrong = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_house_people", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "house_rules",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    find = table.Column<string>(type: "text", nullable: false),
                    right = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    severity = table.Column<string>(type: "text", nullable: false),
                    advice = table.Column<string>(type: "text", nullable: false),
                    example = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_house_rules", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "invalidations",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    keys = table.Column<string>(type: "text", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invalidations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "jobs",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    kind = table.Column<string>(type: "text", nullable: false),
                    payload = table.Column<string>(type: "text", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    problem = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_jobs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ledger_entries",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    donation_id = table.Column<long>(type: "bigint", nullable: true),
                    by_staff_id = table.Column<long>(type: "bigint", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    booked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ledger_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "legal_entities",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    details = table.Column<string>(type: "text", nullable: false),
                    keep_years = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false),
                    asked = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_entities", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "missed_addresses",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    path = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    times = table.Column<long>(type: "bigint", nullable: false),
                    host = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    first_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_missed_addresses", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outgoing_mails",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    subject = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    html = table.Column<string>(type: "text", nullable: true),
                    leave = table.Column<string>(type: "text", nullable: true),
                    enclosed = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    leased_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    problem = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outgoing_mails", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outside_links",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    address = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    host = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    status = table.Column<int>(type: "integer", nullable: true),
                    name_unknown = table.Column<int>(type: "integer", nullable: false),
                    is_dead = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outside_links", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pictures",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    credit = table.Column<string>(type: "text", nullable: false),
                    credit_override = table.Column<string>(type: "text", nullable: true),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stamp = table.Column<Guid>(type: "uuid", nullable: false),
                    file_hash = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    format = table.Column<string>(type: "text", nullable: false),
                    file_length = table.Column<long>(type: "bigint", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    width = table.Column<int>(type: "integer", nullable: false),
                    height = table.Column<int>(type: "integer", nullable: false),
                    is_transparent = table.Column<bool>(type: "boolean", nullable: false),
                    headline = table.Column<string>(type: "text", nullable: false),
                    caption = table.Column<string>(type: "text", nullable: false),
                    alt_text = table.Column<string>(type: "text", nullable: false),
                    copyright = table.Column<string>(type: "text", nullable: false),
                    place = table.Column<string>(type: "text", nullable: false),
                    keywords = table.Column<string>(type: "text", nullable: false),
                    taken_on = table.Column<DateOnly>(type: "date", nullable: true),
                    has_coordinates = table.Column<bool>(type: "boolean", nullable: false),
                    uploaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    uploaded_by = table.Column<long>(type: "bigint", nullable: false),
                    search_text = table.Column<string>(type: "text", nullable: false),
                    focal_x = table.Column<int>(type: "integer", nullable: false),
                    focal_y = table.Column<int>(type: "integer", nullable: false),
                    earlier_focal_points = table.Column<string>(type: "text", nullable: false),
                    licence = table.Column<string>(type: "text", nullable: false),
                    rights_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_not_for_republication = table.Column<bool>(type: "boolean", nullable: false),
                    shows_minor = table.Column<bool>(type: "boolean", nullable: false),
                    has_model_release = table.Column<bool>(type: "boolean", nullable: false),
                    creator_text = table.Column<string>(type: "text", nullable: false),
                    agency_text = table.Column<string>(type: "text", nullable: false),
                    is_uncredited = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pictures", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pings",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    kind = table.Column<string>(type: "text", nullable: false),
                    target = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    subject = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    problem = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "protection_keys",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "text", nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "redirects",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    from = table.Column<string>(type: "text", nullable: false),
                    to = table.Column<string>(type: "text", nullable: false),
                    is_prefix = table.Column<bool>(type: "boolean", nullable: false),
                    is_passing = table.Column<bool>(type: "boolean", nullable: false),
                    head = table.Column<string>(type: "text", nullable: true),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_redirects", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "roles",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    given = table.Column<string>(type: "text", nullable: false),
                    taken = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_roles", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "search_words",
                columns: table => new
                {
                    edition_id = table.Column<long>(type: "bigint", nullable: false),
                    word = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    shape = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    entries = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_words", x => new { x.edition_id, x.word });
                });

            migrationBuilder.CreateTable(
                name: "settings",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: false),
                    set_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    set_by = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sign_in_requests",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    address = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    typed_address = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    edition_id = table.Column<long>(type: "bigint", nullable: false),
                    link_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    browser_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    code_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    next = table.Column<string>(type: "text", nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sign_in_requests", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stripe_comparisons",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seen = table.Column<int>(type: "integer", nullable: false),
                    missed = table.Column<int>(type: "integer", nullable: false),
                    balances = table.Column<string>(type: "text", nullable: false),
                    booked = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stripe_comparisons", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stripe_events",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    kind = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    about = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    problem = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stripe_events", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "subscription_requests",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    address = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    typed_address = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    edition_id = table.Column<long>(type: "bigint", nullable: false),
                    newsletters = table.Column<string>(type: "text", nullable: false),
                    page = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    message = table.Column<Guid>(type: "uuid", nullable: true),
                    key_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subscription_requests", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "suppressions",
                columns: table => new
                {
                    address_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suppressions", x => x.address_hash);
                });

            migrationBuilder.CreateTable(
                name: "webhook_messages",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    story_id = table.Column<long>(type: "bigint", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_webhook_messages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "breaking_lines",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    edition_id = table.Column<long>(type: "bigint", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    story = table.Column<Guid>(type: "uuid", nullable: true),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    stamp = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_breaking_lines", x => x.id);
                    table.ForeignKey(
                        name: "fk_breaking_lines_editions_edition_id",
                        column: x => x.edition_id,
                        principalTable: "editions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "donation_requests",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    minor = table.Column<long>(type: "bigint", nullable: false),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    frequency = table.Column<string>(type: "text", nullable: false),
                    wish = table.Column<string>(type: "text", nullable: false),
                    edition_id = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    paid_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_donation_requests", x => x.id);
                    table.ForeignKey(
                        name: "fk_donation_requests_editions_edition_id",
                        column: x => x.edition_id,
                        principalTable: "editions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "donors",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    address = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    typed_address = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    edition_id = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    erased_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_donors", x => x.id);
                    table.ForeignKey(
                        name: "fk_donors_editions_edition_id",
                        column: x => x.edition_id,
                        principalTable: "editions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "front_page_versions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    edition_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    layout = table.Column<string>(type: "text", nullable: false),
                    who = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<long>(type: "bigint", nullable: false),
                    cause = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<int>(type: "integer", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_front_page_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_front_page_versions_editions_edition_id",
                        column: x => x.edition_id,
                        principalTable: "editions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "front_pages",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    edition_id = table.Column<long>(type: "bigint", nullable: false),
                    layout = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    stamp = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_front_pages", x => x.id);
                    table.ForeignKey(
                        name: "fk_front_pages_editions_edition_id",
                        column: x => x.edition_id,
                        principalTable: "editions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "menu_items",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    edition_id = table.Column<long>(type: "bigint", nullable: false),
                    place = table.Column<string>(type: "text", nullable: false),
                    label = table.Column<string>(type: "text", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_menu_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_menu_items_editions_edition_id",
                        column: x => x.edition_id,
                        principalTable: "editions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "messages",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    is_on = table.Column<bool>(type: "boolean", nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    position = table.Column<int>(type: "integer", nullable: false),
                    words = table.Column<string>(type: "text", nullable: false),
                    aim = table.Column<string>(type: "text", nullable: false),
                    goal = table.Column<string>(type: "text", nullable: true),
                    reached_minor = table.Column<long>(type: "bigint", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_messages", x => x.id);
                    table.ForeignKey(
                        name: "fk_messages_editions_edition_id",
                        column: x => x.edition_id,
                        principalTable: "editions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "newsletters",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    slug = table.Column<string>(type: "text", nullable: false),
                    description = table.Column<string>(type: "text", nullable: false),
                    sender_name = table.Column<string>(type: "text", nullable: false),
                    reply_address = table.Column<string>(type: "text", nullable: false),
                    is_open = table.Column<bool>(type: "boolean", nullable: false),
                    counts_clicks = table.Column<bool>(type: "boolean", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_newsletters", x => x.id);
                    table.ForeignKey(
                        name: "fk_newsletters_editions_edition_id",
                        column: x => x.edition_id,
                        principalTable: "editions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pages",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition_id = table.Column<long>(type: "bigint", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    slug = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    search_description = table.Column<string>(type: "text", nullable: false),
                    is_published = table.Column<bool>(type: "boolean", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pages", x => x.id);
                    table.ForeignKey(
                        name: "fk_pages_editions_edition_id",
                        column: x => x.edition_id,
                        principalTable: "editions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "planned_front_pages",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition_id = table.Column<long>(type: "bigint", nullable: false),
                    layout = table.Column<string>(type: "text", nullable: false),
                    goes_live_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    who = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<long>(type: "bigint", nullable: false),
                    stamp = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planned_front_pages", x => x.id);
                    table.ForeignKey(
                        name: "fk_planned_front_pages_editions_edition_id",
                        column: x => x.edition_id,
                        principalTable: "editions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "readers",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    address = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    typed_address = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    edition_id = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_readers", x => x.id);
                    table.ForeignKey(
                        name: "fk_readers_editions_edition_id",
                        column: x => x.edition_id,
                        principalTable: "editions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sections",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    slug = table.Column<string>(type: "text", nullable: false),
                    description = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    demands_two_keys = table.Column<bool>(type: "boolean", nullable: false),
                    access = table.Column<string>(type: "text", nullable: false),
                    open_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sections", x => x.id);
                    table.ForeignKey(
                        name: "fk_sections_editions_edition_id",
                        column: x => x.edition_id,
                        principalTable: "editions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sponsorships",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition_id = table.Column<long>(type: "bigint", nullable: false),
                    place = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    line = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    label = table.Column<string>(type: "text", nullable: false),
                    link = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    picture = table.Column<Guid>(type: "uuid", nullable: true),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    is_off = table.Column<bool>(type: "boolean", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sponsorships", x => x.id);
                    table.ForeignKey(
                        name: "fk_sponsorships_editions_edition_id",
                        column: x => x.edition_id,
                        principalTable: "editions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "story_series",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    slug = table.Column<string>(type: "text", nullable: false),
                    description = table.Column<string>(type: "text", nullable: false),
                    picture = table.Column<Guid>(type: "uuid", nullable: true),
                    is_finished = table.Column<bool>(type: "boolean", nullable: false),
                    order = table.Column<string>(type: "text", nullable: false),
                    by_hand = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_story_series", x => x.id);
                    table.ForeignKey(
                        name: "fk_story_series_editions_edition_id",
                        column: x => x.edition_id,
                        principalTable: "editions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "tiers",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    benefits = table.Column<string>(type: "text", nullable: false),
                    monthly_minor = table.Column<long>(type: "bigint", nullable: false),
                    yearly_minor = table.Column<long>(type: "bigint", nullable: false),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    stripe_ids = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    is_open = table.Column<bool>(type: "boolean", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tiers", x => x.id);
                    table.ForeignKey(
                        name: "fk_tiers_editions_edition_id",
                        column: x => x.edition_id,
                        principalTable: "editions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "topics",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    slug = table.Column<string>(type: "text", nullable: false),
                    description = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    parent_id = table.Column<long>(type: "bigint", nullable: true),
                    picture = table.Column<Guid>(type: "uuid", nullable: true),
                    website = table.Column<string>(type: "text", nullable: false),
                    synonyms = table.Column<string[]>(type: "text[]", nullable: false),
                    synonym_slugs = table.Column<string[]>(type: "text[]", nullable: false),
                    merged_into_id = table.Column<long>(type: "bigint", nullable: true),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_topics", x => x.id);
                    table.ForeignKey(
                        name: "fk_topics_editions_edition_id",
                        column: x => x.edition_id,
                        principalTable: "editions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_topics_topics_merged_into_id",
                        column: x => x.merged_into_id,
                        principalTable: "topics",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_topics_topics_parent_id",
                        column: x => x.parent_id,
                        principalTable: "topics",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "webhook_receivers",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    address = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    events = table.Column<string>(type: "text", nullable: false),
                    edition_id = table.Column<long>(type: "bigint", nullable: true),
                    section_id = table.Column<long>(type: "bigint", nullable: true),
                    is_on = table.Column<bool>(type: "boolean", nullable: false),
                    secret = table.Column<string>(type: "text", nullable: false),
                    old_secret = table.Column<string>(type: "text", nullable: true),
                    old_secret_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<long>(type: "bigint", nullable: false),
                    paused_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    failing_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    rests_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    told_of_giving_up = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_webhook_receivers", x => x.id);
                    table.ForeignKey(
                        name: "fk_webhook_receivers_editions_edition_id",
                        column: x => x.edition_id,
                        principalTable: "editions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_lines",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    entry_id = table.Column<long>(type: "bigint", nullable: false),
                    account = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    minor = table.Column<long>(type: "bigint", nullable: false),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ledger_lines", x => x.id);
                    table.CheckConstraint("ck_ledger_lines_minor", "minor <> 0");
                    table.ForeignKey(
                        name: "fk_ledger_lines_ledger_entries_entry_id",
                        column: x => x.entry_id,
                        principalTable: "ledger_entries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "legal_entity_editions",
                columns: table => new
                {
                    edition_id = table.Column<long>(type: "bigint", nullable: false),
                    entity_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_entity_editions", x => x.edition_id);
                    table.ForeignKey(
                        name: "fk_legal_entity_editions_editions_edition_id",
                        column: x => x.edition_id,
                        principalTable: "editions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_legal_entity_editions_legal_entities_entity_id",
                        column: x => x.entity_id,
                        principalTable: "legal_entities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "receipt_counters",
                columns: table => new
                {
                    entity_id = table.Column<long>(type: "bigint", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_receipt_counters", x => new { x.entity_id, x.year });
                    table.ForeignKey(
                        name: "fk_receipt_counters_legal_entities_entity_id",
                        column: x => x.entity_id,
                        principalTable: "legal_entities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "api_tokens",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    role_id = table.Column<long>(type: "bigint", nullable: false),
                    secret_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_api_tokens", x => x.id);
                    table.ForeignKey(
                        name: "fk_api_tokens_roles_role_id",
                        column: x => x.role_id,
                        principalTable: "roles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "staff_members",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    role_id = table.Column<long>(type: "bigint", nullable: false),
                    joined_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    deactivated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    language = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    authenticator = table.Column<string>(type: "text", nullable: true),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_members", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_members_roles_role_id",
                        column: x => x.role_id,
                        principalTable: "roles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "disclosures",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    edition_id = table.Column<long>(type: "bigint", nullable: false),
                    donor_id = table.Column<long>(type: "bigint", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    minor = table.Column<long>(type: "bigint", nullable: false),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    by_staff_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_disclosures", x => x.id);
                    table.ForeignKey(
                        name: "fk_disclosures_donors_donor_id",
                        column: x => x.donor_id,
                        principalTable: "donors",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_disclosures_editions_edition_id",
                        column: x => x.edition_id,
                        principalTable: "editions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "gift_aid_declarations",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    donor_id = table.Column<long>(type: "bigint", nullable: false),
                    entity_id = table.Column<long>(type: "bigint", nullable: false),
                    request = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    home = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    statement = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    declared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    destroy_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_gift_aid_declarations", x => x.id);
                    table.ForeignKey(
                        name: "fk_gift_aid_declarations_donors_donor_id",
                        column: x => x.donor_id,
                        principalTable: "donors",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_gift_aid_declarations_legal_entities_entity_id",
                        column: x => x.entity_id,
                        principalTable: "legal_entities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "giving_statements",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    entity_id = table.Column<long>(type: "bigint", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    donor_id = table.Column<long>(type: "bigint", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    mailed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_giving_statements", x => x.id);
                    table.ForeignKey(
                        name: "fk_giving_statements_donors_donor_id",
                        column: x => x.donor_id,
                        principalTable: "donors",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_giving_statements_legal_entities_entity_id",
                        column: x => x.entity_id,
                        principalTable: "legal_entities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "recurring_donations",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stripe_id = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    customer = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    donor_id = table.Column<long>(type: "bigint", nullable: false),
                    edition_id = table.Column<long>(type: "bigint", nullable: false),
                    frequency = table.Column<string>(type: "text", nullable: false),
                    minor = table.Column<long>(type: "bigint", nullable: false),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    next_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    adopted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    wish = table.Column<string>(type: "text", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recurring_donations", x => x.id);
                    table.ForeignKey(
                        name: "fk_recurring_donations_donors_donor_id",
                        column: x => x.donor_id,
                        principalTable: "donors",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_recurring_donations_editions_edition_id",
                        column: x => x.edition_id,
                        principalTable: "editions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "supporters",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    edition_id = table.Column<long>(type: "bigint", nullable: false),
                    donor_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supporters", x => x.id);
                    table.ForeignKey(
                        name: "fk_supporters_donors_donor_id",
                        column: x => x.donor_id,
                        principalTable: "donors",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_supporters_editions_edition_id",
                        column: x => x.edition_id,
                        principalTable: "editions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "message_counts",
                columns: table => new
                {
                    message_id = table.Column<long>(type: "bigint", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    arm = table.Column<string>(type: "text", nullable: false),
                    seen = table.Column<long>(type: "bigint", nullable: false),
                    browsers = table.Column<long>(type: "bigint", nullable: false),
                    sign_ups = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_message_counts", x => new { x.message_id, x.day, x.arm });
                    table.ForeignKey(
                        name: "fk_message_counts_messages_message_id",
                        column: x => x.message_id,
                        principalTable: "messages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "archived_issues",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    newsletter_id = table.Column<long>(type: "bigint", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    intro = table.Column<string>(type: "text", nullable: false),
                    picture = table.Column<Guid>(type: "uuid", nullable: true),
                    stories = table.Column<string>(type: "text", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_archived_issues", x => x.id);
                    table.ForeignKey(
                        name: "fk_archived_issues_newsletters_newsletter_id",
                        column: x => x.newsletter_id,
                        principalTable: "newsletters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "issues",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    newsletter_id = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_automatic = table.Column<bool>(type: "boolean", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    preheader = table.Column<string>(type: "text", nullable: false),
                    intro = table.Column<string>(type: "text", nullable: false),
                    picture = table.Column<Guid>(type: "uuid", nullable: true),
                    stories = table.Column<string>(type: "text", nullable: false),
                    segment = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    send_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    waits_for = table.Column<string>(type: "text", nullable: true),
                    is_sent_anyway = table.Column<bool>(type: "boolean", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_issues", x => x.id);
                    table.ForeignKey(
                        name: "fk_issues_newsletters_newsletter_id",
                        column: x => x.newsletter_id,
                        principalTable: "newsletters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "newsletter_schedules",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    newsletter_id = table.Column<long>(type: "bigint", nullable: false),
                    rhythm = table.Column<string>(type: "text", nullable: true),
                    day = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    rules = table.Column<string>(type: "text", nullable: false),
                    next_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_newsletter_schedules", x => x.id);
                    table.ForeignKey(
                        name: "fk_newsletter_schedules_newsletters_newsletter_id",
                        column: x => x.newsletter_id,
                        principalTable: "newsletters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reader_passkeys",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reader_id = table.Column<long>(type: "bigint", nullable: false),
                    credential_id = table.Column<byte[]>(type: "bytea", maxLength: 1023, nullable: false),
                    public_key = table.Column<byte[]>(type: "bytea", nullable: false),
                    transports = table.Column<string[]>(type: "text[]", nullable: false),
                    sign_count = table.Column<long>(type: "bigint", nullable: false),
                    is_backup_eligible = table.Column<bool>(type: "boolean", nullable: false),
                    is_backed_up = table.Column<bool>(type: "boolean", nullable: false),
                    device = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reader_passkeys", x => x.id);
                    table.ForeignKey(
                        name: "fk_reader_passkeys_readers_reader_id",
                        column: x => x.reader_id,
                        principalTable: "readers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reader_sessions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reader_id = table.Column<long>(type: "bigint", nullable: false),
                    secret_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    device = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reader_sessions", x => x.id);
                    table.ForeignKey(
                        name: "fk_reader_sessions_readers_reader_id",
                        column: x => x.reader_id,
                        principalTable: "readers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "renewals",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reader_id = table.Column<long>(type: "bigint", nullable: false),
                    mail = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_renewals", x => x.id);
                    table.ForeignKey(
                        name: "fk_renewals_readers_reader_id",
                        column: x => x.reader_id,
                        principalTable: "readers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "subscriptions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reader_id = table.Column<long>(type: "bigint", nullable: false),
                    newsletter_id = table.Column<long>(type: "bigint", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ending = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subscriptions", x => x.id);
                    table.ForeignKey(
                        name: "fk_subscriptions_newsletters_newsletter_id",
                        column: x => x.newsletter_id,
                        principalTable: "newsletters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_subscriptions_readers_reader_id",
                        column: x => x.reader_id,
                        principalTable: "readers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "desk_sections",
                columns: table => new
                {
                    desk_id = table.Column<long>(type: "bigint", nullable: false),
                    section_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_desk_sections", x => new { x.desk_id, x.section_id });
                    table.ForeignKey(
                        name: "fk_desk_sections_desks_desk_id",
                        column: x => x.desk_id,
                        principalTable: "desks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_desk_sections_sections_section_id",
                        column: x => x.section_id,
                        principalTable: "sections",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "spare_pictures",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    section_id = table.Column<long>(type: "bigint", nullable: false),
                    picture = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_spare_pictures", x => x.id);
                    table.ForeignKey(
                        name: "fk_spare_pictures_sections_section_id",
                        column: x => x.section_id,
                        principalTable: "sections",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sponsor_clicks",
                columns: table => new
                {
                    sponsorship_id = table.Column<long>(type: "bigint", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    clicks = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sponsor_clicks", x => new { x.sponsorship_id, x.day });
                    table.ForeignKey(
                        name: "fk_sponsor_clicks_sponsorships_sponsorship_id",
                        column: x => x.sponsorship_id,
                        principalTable: "sponsorships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "free_memberships",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    address = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    typed_address = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    tier_id = table.Column<long>(type: "bigint", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    given_by_staff_id = table.Column<long>(type: "bigint", nullable: false),
                    given_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_free_memberships", x => x.id);
                    table.ForeignKey(
                        name: "fk_free_memberships_tiers_tier_id",
                        column: x => x.tier_id,
                        principalTable: "tiers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "webhook_deliveries",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    receiver_id = table.Column<long>(type: "bigint", nullable: false),
                    message_id = table.Column<long>(type: "bigint", nullable: false),
                    story_id = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    held_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    tried_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    arrived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_webhook_deliveries", x => x.id);
                    table.ForeignKey(
                        name: "fk_webhook_deliveries_webhook_messages_message_id",
                        column: x => x.message_id,
                        principalTable: "webhook_messages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_webhook_deliveries_webhook_receivers_receiver_id",
                        column: x => x.receiver_id,
                        principalTable: "webhook_receivers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "desk_members",
                columns: table => new
                {
                    desk_id = table.Column<long>(type: "bigint", nullable: false),
                    member_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_desk_members", x => new { x.desk_id, x.member_id });
                    table.ForeignKey(
                        name: "fk_desk_members_desks_desk_id",
                        column: x => x.desk_id,
                        principalTable: "desks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_desk_members_staff_members_member_id",
                        column: x => x.member_id,
                        principalTable: "staff_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "kept_lists",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    member_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    query = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kept_lists", x => x.id);
                    table.ForeignKey(
                        name: "fk_kept_lists_staff_members_member_id",
                        column: x => x.member_id,
                        principalTable: "staff_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "notice_choices",
                columns: table => new
                {
                    member_id = table.Column<long>(type: "bigint", nullable: false),
                    by_mail = table.Column<string>(type: "text", nullable: false),
                    not_by_mail = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice_choices", x => x.member_id);
                    table.ForeignKey(
                        name: "fk_notice_choices_staff_members_member_id",
                        column: x => x.member_id,
                        principalTable: "staff_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "notices",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    member_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    subject = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    detail = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    href = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    mailed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notices", x => x.id);
                    table.ForeignKey(
                        name: "fk_notices_staff_members_member_id",
                        column: x => x.member_id,
                        principalTable: "staff_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "one_time_links",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    secret_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    only = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    role_id = table.Column<long>(type: "bigint", nullable: true),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    member_id = table.Column<long>(type: "bigint", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_one_time_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_one_time_links_roles_role_id",
                        column: x => x.role_id,
                        principalTable: "roles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_one_time_links_staff_members_member_id",
                        column: x => x.member_id,
                        principalTable: "staff_members",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "staff_passkeys",
                columns: table => new
                {
                    credential_id = table.Column<byte[]>(type: "bytea", maxLength: 1024, nullable: false),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    Data = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_passkeys", x => x.credential_id);
                    table.ForeignKey(
                        name: "fk_staff_passkeys_staff_members_user_id",
                        column: x => x.user_id,
                        principalTable: "staff_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_sessions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<long>(type: "bigint", nullable: false),
                    secret_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    method = table.Column<string>(type: "text", nullable: false),
                    device = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    address = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_sessions", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_sessions_staff_members_member_id",
                        column: x => x.member_id,
                        principalTable: "staff_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "donations",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    road = table.Column<string>(type: "text", nullable: false),
                    minor = table.Column<long>(type: "bigint", nullable: false),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    given_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    donor_id = table.Column<long>(type: "bigint", nullable: false),
                    edition_id = table.Column<long>(type: "bigint", nullable: false),
                    recurring_id = table.Column<long>(type: "bigint", nullable: true),
                    wish = table.Column<string>(type: "text", nullable: false),
                    message = table.Column<Guid>(type: "uuid", nullable: true),
                    has_arms = table.Column<bool>(type: "boolean", nullable: false),
                    refunded_minor = table.Column<long>(type: "bigint", nullable: false),
                    disputed_minor = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_donations", x => x.id);
                    table.CheckConstraint("ck_donations_minor", "minor > 0");
                    table.ForeignKey(
                        name: "fk_donations_donors_donor_id",
                        column: x => x.donor_id,
                        principalTable: "donors",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_donations_editions_edition_id",
                        column: x => x.edition_id,
                        principalTable: "editions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_donations_recurring_donations_recurring_id",
                        column: x => x.recurring_id,
                        principalTable: "recurring_donations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    subscription_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    how = table.Column<string>(type: "text", nullable: false),
                    page = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consents", x => x.id);
                    table.ForeignKey(
                        name: "fk_consents_subscriptions_subscription_id",
                        column: x => x.subscription_id,
                        principalTable: "subscriptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "deliveries",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    issue_id = table.Column<long>(type: "bigint", nullable: false),
                    subscription_id = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    problem = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deliveries", x => x.id);
                    table.ForeignKey(
                        name: "fk_deliveries_issues_issue_id",
                        column: x => x.issue_id,
                        principalTable: "issues",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_deliveries_subscriptions_subscription_id",
                        column: x => x.subscription_id,
                        principalTable: "subscriptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "webhook_attempts",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    delivery_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: true),
                    milliseconds = table.Column<int>(type: "integer", nullable: false),
                    answer = table.Column<string>(type: "character varying(1024)", maxLength: 1024, nullable: false),
                    problem = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_webhook_attempts", x => x.id);
                    table.ForeignKey(
                        name: "fk_webhook_attempts_webhook_deliveries_delivery_id",
                        column: x => x.delivery_id,
                        principalTable: "webhook_deliveries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "receipts",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    entity_id = table.Column<long>(type: "bigint", nullable: false),
                    donation_id = table.Column<long>(type: "bigint", nullable: false),
                    edition_id = table.Column<long>(type: "bigint", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    copy = table.Column<int>(type: "integer", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    minor = table.Column<long>(type: "bigint", nullable: false),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    issuer = table.Column<string>(type: "text", nullable: false),
                    giver = table.Column<string>(type: "text", nullable: false),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    voided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    voided_by_staff_id = table.Column<long>(type: "bigint", nullable: true),
                    void_reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    destroy_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_receipts", x => x.id);
                    table.ForeignKey(
                        name: "fk_receipts_donations_donation_id",
                        column: x => x.donation_id,
                        principalTable: "donations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_receipts_editions_edition_id",
                        column: x => x.edition_id,
                        principalTable: "editions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_receipts_legal_entities_entity_id",
                        column: x => x.entity_id,
                        principalTable: "legal_entities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bounces",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    delivery_id = table.Column<long>(type: "bigint", nullable: false),
                    address_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    problem = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bounces", x => x.id);
                    table.ForeignKey(
                        name: "fk_bounces_deliveries_delivery_id",
                        column: x => x.delivery_id,
                        principalTable: "deliveries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "article_contributors",
                columns: table => new
                {
                    article_id = table.Column<long>(type: "bigint", nullable: false),
                    contributor_id = table.Column<long>(type: "bigint", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_article_contributors", x => new { x.contributor_id, x.article_id });
                    table.ForeignKey(
                        name: "fk_article_contributors_contributors_contributor_id",
                        column: x => x.contributor_id,
                        principalTable: "contributors",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "article_drafts",
                columns: table => new
                {
                    article_id = table.Column<long>(type: "bigint", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    saved_by = table.Column<long>(type: "bigint", nullable: false),
                    save_key = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_article_drafts", x => x.article_id);
                });

            migrationBuilder.CreateTable(
                name: "draft_log",
                columns: table => new
                {
                    article_id = table.Column<long>(type: "bigint", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false),
                    client = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    sequence = table.Column<long>(type: "bigint", nullable: true),
                    steps = table.Column<string>(type: "text", nullable: true),
                    fields = table.Column<string>(type: "text", nullable: true),
                    lost = table.Column<string>(type: "text", nullable: true),
                    size = table.Column<int>(type: "integer", nullable: false),
                    by = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_draft_log", x => new { x.article_id, x.revision });
                    table.ForeignKey(
                        name: "fk_draft_log_article_drafts_article_id",
                        column: x => x.article_id,
                        principalTable: "article_drafts",
                        principalColumn: "article_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "article_keys",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    article_id = table.Column<long>(type: "bigint", nullable: false),
                    version_id = table.Column<long>(type: "bigint", nullable: false),
                    by = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_article_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "article_sections",
                columns: table => new
                {
                    article_id = table.Column<long>(type: "bigint", nullable: false),
                    section_id = table.Column<long>(type: "bigint", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_article_sections", x => new { x.section_id, x.article_id });
                    table.ForeignKey(
                        name: "fk_article_sections_sections_section_id",
                        column: x => x.section_id,
                        principalTable: "sections",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "article_topics",
                columns: table => new
                {
                    article_id = table.Column<long>(type: "bigint", nullable: false),
                    topic_id = table.Column<long>(type: "bigint", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_article_topics", x => new { x.topic_id, x.article_id });
                    table.ForeignKey(
                        name: "fk_article_topics_topics_topic_id",
                        column: x => x.topic_id,
                        principalTable: "topics",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "article_versions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    article_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    made_by = table.Column<long>(type: "bigint", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    draft_revision = table.Column<long>(type: "bigint", nullable: false),
                    content_json = table.Column<string>(type: "text", nullable: true),
                    salt = table.Column<string>(type: "text", nullable: true),
                    digest = table.Column<string>(type: "text", nullable: false),
                    pictures_json = table.Column<string>(type: "text", nullable: false),
                    previous_hash = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    tombstone = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_article_versions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "articles",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    access = table.Column<string>(type: "text", nullable: true),
                    open_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition_id = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<long>(type: "bigint", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    published_version_id = table.Column<long>(type: "bigint", nullable: true),
                    is_hidden_from_search_engines = table.Column<bool>(type: "boolean", nullable: false),
                    is_barred_from_popular = table.Column<bool>(type: "boolean", nullable: false),
                    headline = table.Column<string>(type: "text", nullable: false),
                    short_headline = table.Column<string>(type: "text", nullable: false),
                    standfirst = table.Column<string>(type: "text", nullable: false),
                    slug = table.Column<string>(type: "text", nullable: false),
                    section_id = table.Column<long>(type: "bigint", nullable: true),
                    series_id = table.Column<long>(type: "bigint", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false),
                    payer = table.Column<string>(type: "text", nullable: false),
                    is_sensitive = table.Column<bool>(type: "boolean", nullable: false),
                    lead_picture = table.Column<string>(type: "text", nullable: true),
                    bylines = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: true),
                    rights_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    words = table.Column<int>(type: "integer", nullable: false),
                    working_headline = table.Column<string>(type: "text", nullable: false),
                    working_section = table.Column<Guid>(type: "uuid", nullable: true),
                    working_kind = table.Column<string>(type: "text", nullable: false),
                    assigned_to = table.Column<long>(type: "bigint", nullable: true),
                    stamp = table.Column<Guid>(type: "uuid", nullable: false),
                    desk_id = table.Column<long>(type: "bigint", nullable: true),
                    embargo = table.Column<string>(type: "text", nullable: true),
                    more_follows_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    scheduled_for = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    scheduled_version_id = table.Column<long>(type: "bigint", nullable: true),
                    scheduled_by = table.Column<long>(type: "bigint", nullable: true),
                    withdrawal = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_articles", x => x.id);
                    table.ForeignKey(
                        name: "fk_articles_article_versions_published_version_id",
                        column: x => x.published_version_id,
                        principalTable: "article_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_articles_article_versions_scheduled_version_id",
                        column: x => x.scheduled_version_id,
                        principalTable: "article_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_articles_desks_desk_id",
                        column: x => x.desk_id,
                        principalTable: "desks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_articles_editions_edition_id",
                        column: x => x.edition_id,
                        principalTable: "editions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_articles_sections_section_id",
                        column: x => x.section_id,
                        principalTable: "sections",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_articles_story_series_series_id",
                        column: x => x.series_id,
                        principalTable: "story_series",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "bulk_lines",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    act_id = table.Column<long>(type: "bigint", nullable: false),
                    article_id = table.Column<long>(type: "bigint", nullable: false),
                    headline = table.Column<string>(type: "text", nullable: false),
                    is_published = table.Column<bool>(type: "boolean", nullable: false),
                    hits = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false),
                    is_chosen = table.Column<bool>(type: "boolean", nullable: false),
                    is_shown = table.Column<bool>(type: "boolean", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    why = table.Column<string>(type: "text", nullable: false),
                    done = table.Column<string>(type: "text", nullable: true),
                    plan = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bulk_lines", x => x.id);
                    table.ForeignKey(
                        name: "fk_bulk_lines_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_bulk_lines_bulk_acts_act_id",
                        column: x => x.act_id,
                        principalTable: "bulk_acts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "comment_threads",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    article_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    quote = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    @class = table.Column<string>(name: "class", type: "text", nullable: false),
                    begun_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    resolved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    resolved_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_comment_threads", x => x.id);
                    table.ForeignKey(
                        name: "fk_comment_threads_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "copy_archive_findings",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    run_id = table.Column<long>(type: "bigint", nullable: false),
                    article_id = table.Column<long>(type: "bigint", nullable: false),
                    headline = table.Column<string>(type: "text", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    findings = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_copy_archive_findings", x => x.id);
                    table.ForeignKey(
                        name: "fk_copy_archive_findings_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_copy_archive_findings_copy_archive_runs_run_id",
                        column: x => x.run_id,
                        principalTable: "copy_archive_runs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "copy_counts",
                columns: table => new
                {
                    article_id = table.Column<long>(type: "bigint", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    times = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_copy_counts", x => new { x.article_id, x.day });
                    table.ForeignKey(
                        name: "fk_copy_counts_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "copy_notes",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    article_id = table.Column<long>(type: "bigint", nullable: false),
                    rule = table.Column<string>(type: "text", nullable: false),
                    block = table.Column<string>(type: "text", nullable: false),
                    words = table.Column<string>(type: "text", nullable: false),
                    fired_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    taken_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ignored_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ignored_by = table.Column<long>(type: "bigint", nullable: false),
                    because = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_copy_notes", x => x.id);
                    table.ForeignKey(
                        name: "fk_copy_notes_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "corrections",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    article_id = table.Column<long>(type: "bigint", nullable: false),
                    edition_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    made_by = table.Column<long>(type: "bigint", nullable: false),
                    amended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    is_in_ledger = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_corrections", x => x.id);
                    table.ForeignKey(
                        name: "fk_corrections_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_corrections_editions_edition_id",
                        column: x => x.edition_id,
                        principalTable: "editions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "inbox_messages",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    edition_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    town = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    address = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    typed_address = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    consent_text = table.Column<string>(type: "text", nullable: false),
                    story_id = table.Column<long>(type: "bigint", nullable: true),
                    draft_id = table.Column<long>(type: "bigint", nullable: true),
                    taken_by = table.Column<long>(type: "bigint", nullable: true),
                    note = table.Column<string>(type: "text", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    is_told = table.Column<bool>(type: "boolean", nullable: false),
                    search_text = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox_messages", x => x.id);
                    table.ForeignKey(
                        name: "fk_inbox_messages_articles_draft_id",
                        column: x => x.draft_id,
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_inbox_messages_articles_story_id",
                        column: x => x.story_id,
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_inbox_messages_editions_edition_id",
                        column: x => x.edition_id,
                        principalTable: "editions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "issue_clicks",
                columns: table => new
                {
                    issue_id = table.Column<long>(type: "bigint", nullable: false),
                    article_id = table.Column<long>(type: "bigint", nullable: false),
                    clicks = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_issue_clicks", x => new { x.issue_id, x.article_id });
                    table.ForeignKey(
                        name: "fk_issue_clicks_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_issue_clicks_issues_issue_id",
                        column: x => x.issue_id,
                        principalTable: "issues",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "late_readings",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    article_id = table.Column<long>(type: "bigint", nullable: false),
                    version_id = table.Column<long>(type: "bigint", nullable: false),
                    published_by = table.Column<long>(type: "bigint", nullable: false),
                    reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    read_by = table.Column<long>(type: "bigint", nullable: true),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_late_readings", x => x.id);
                    table.ForeignKey(
                        name: "fk_late_readings_article_versions_version_id",
                        column: x => x.version_id,
                        principalTable: "article_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_late_readings_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "meter_reads",
                columns: table => new
                {
                    reader_id = table.Column<long>(type: "bigint", nullable: false),
                    month = table.Column<int>(type: "integer", nullable: false),
                    article_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meter_reads", x => new { x.reader_id, x.month, x.article_id });
                    table.ForeignKey(
                        name: "fk_meter_reads_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_meter_reads_readers_reader_id",
                        column: x => x.reader_id,
                        principalTable: "readers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "pictures_used",
                columns: table => new
                {
                    picture = table.Column<Guid>(type: "uuid", nullable: false),
                    article_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pictures_used", x => new { x.picture, x.article_id });
                    table.ForeignKey(
                        name: "fk_pictures_used_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "read_counts",
                columns: table => new
                {
                    article_id = table.Column<long>(type: "bigint", nullable: false),
                    hour = table.Column<int>(type: "integer", nullable: false),
                    reads = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_read_counts", x => new { x.article_id, x.hour });
                    table.ForeignKey(
                        name: "fk_read_counts_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "review_links",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    article_id = table.Column<long>(type: "bigint", nullable: false),
                    version_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    reader = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    secret_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    passages = table.Column<string>(type: "text", nullable: false),
                    made_by = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    approved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    approval_note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_review_links_article_versions_version_id",
                        column: x => x.version_id,
                        principalTable: "article_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_review_links_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "search_entries",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    article_id = table.Column<long>(type: "bigint", nullable: false),
                    edition_id = table.Column<long>(type: "bigint", nullable: false),
                    section_id = table.Column<long>(type: "bigint", nullable: false),
                    form = table.Column<int>(type: "integer", nullable: false),
                    words = table.Column<string>(type: "text", nullable: false),
                    alike = table.Column<string>(type: "text", nullable: false),
                    terms = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_entries", x => x.id);
                    table.ForeignKey(
                        name: "fk_search_entries_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "story_notes",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    article_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    who = table.Column<string>(type: "text", nullable: false),
                    where = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answer = table.Column<string>(type: "text", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    by = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_story_notes", x => x.id);
                    table.ForeignKey(
                        name: "fk_story_notes_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "story_plans",
                columns: table => new
                {
                    article_id = table.Column<long>(type: "bigint", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: false),
                    stage_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    planned_for = table.Column<DateOnly>(type: "date", nullable: true),
                    note = table.Column<string>(type: "text", nullable: false),
                    hold = table.Column<string>(type: "text", nullable: true),
                    is_kept_ready = table.Column<bool>(type: "boolean", nullable: false),
                    read_over_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    read_over_by = table.Column<long>(type: "bigint", nullable: true),
                    flashed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_story_plans", x => x.article_id);
                    table.ForeignKey(
                        name: "fk_story_plans_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "translations",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    article_id = table.Column<long>(type: "bigint", nullable: false),
                    edition_id = table.Column<long>(type: "bigint", nullable: false),
                    source_id = table.Column<long>(type: "bigint", nullable: false),
                    from_version = table.Column<int>(type: "integer", nullable: false),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    made_by = table.Column<long>(type: "bigint", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_translations", x => x.id);
                    table.ForeignKey(
                        name: "fk_translations_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_translations_articles_source_id",
                        column: x => x.source_id,
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_translations_editions_edition_id",
                        column: x => x.edition_id,
                        principalTable: "editions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "unmerged_fixes",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    article_id = table.Column<long>(type: "bigint", nullable: false),
                    field = table.Column<string>(type: "text", nullable: false),
                    draft = table.Column<string>(type: "text", nullable: false),
                    @fixed = table.Column<string>(name: "fixed", type: "text", nullable: false),
                    by = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unmerged_fixes", x => x.id);
                    table.ForeignKey(
                        name: "fk_unmerged_fixes_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "comments",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    thread_id = table.Column<long>(type: "bigint", nullable: false),
                    member_id = table.Column<long>(type: "bigint", nullable: true),
                    link_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    @class = table.Column<string>(name: "class", type: "text", nullable: false),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    edited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    deleted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_comments", x => x.id);
                    table.ForeignKey(
                        name: "fk_comments_comment_threads_thread_id",
                        column: x => x.thread_id,
                        principalTable: "comment_threads",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "correction_wordings",
                columns: table => new
                {
                    correction_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    said_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    amended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    amended_by = table.Column<long>(type: "bigint", nullable: false),
                    why = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_correction_wordings", x => new { x.correction_id, x.number });
                    table.ForeignKey(
                        name: "fk_correction_wordings_corrections_correction_id",
                        column: x => x.correction_id,
                        principalTable: "corrections",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "inbox_files",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    message_id = table.Column<long>(type: "bigint", nullable: false),
                    file_hash = table.Column<string>(type: "text", nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    length = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox_files", x => x.id);
                    table.ForeignKey(
                        name: "fk_inbox_files_inbox_messages_message_id",
                        column: x => x.message_id,
                        principalTable: "inbox_messages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "review_openings",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    link_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    address = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    device = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_openings", x => x.id);
                    table.ForeignKey(
                        name: "fk_review_openings_review_links_link_id",
                        column: x => x.link_id,
                        principalTable: "review_links",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "roles",
                columns: new[] { "id", "given", "name", "public_id", "revision", "taken" },
                values: new object[,]
                {
                    { 1L, "[]", "", new Guid("00000000-0000-0000-0000-000000000001"), 1L, "[]" },
                    { 2L, "[]", "", new Guid("00000000-0000-0000-0000-000000000002"), 1L, "[]" },
                    { 3L, "[]", "", new Guid("00000000-0000-0000-0000-000000000003"), 1L, "[]" },
                    { 4L, "[]", "", new Guid("00000000-0000-0000-0000-000000000004"), 1L, "[]" }
                });

            migrationBuilder.CreateIndex(
                name: "ix_api_requests_at",
                table: "api_requests",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_api_requests_by_key",
                table: "api_requests",
                columns: new[] { "by", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_api_tokens_public_id",
                table: "api_tokens",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_api_tokens_role_id",
                table: "api_tokens",
                column: "role_id");

            migrationBuilder.CreateIndex(
                name: "ix_api_tokens_secret_hash",
                table: "api_tokens",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_archived_issues_newsletter_id_sent_at",
                table: "archived_issues",
                columns: new[] { "newsletter_id", "sent_at" });

            migrationBuilder.CreateIndex(
                name: "ix_archived_issues_public_id",
                table: "archived_issues",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_article_contributors_article_id",
                table: "article_contributors",
                column: "article_id");

            migrationBuilder.CreateIndex(
                name: "ix_article_contributors_contributor_id_published_at_article_id",
                table: "article_contributors",
                columns: new[] { "contributor_id", "published_at", "article_id" });

            migrationBuilder.CreateIndex(
                name: "ix_article_keys_article_id_version_id_by",
                table: "article_keys",
                columns: new[] { "article_id", "version_id", "by" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_article_keys_version_id",
                table: "article_keys",
                column: "version_id");

            migrationBuilder.CreateIndex(
                name: "ix_article_sections_article_id",
                table: "article_sections",
                column: "article_id");

            migrationBuilder.CreateIndex(
                name: "ix_article_sections_section_id_published_at_article_id",
                table: "article_sections",
                columns: new[] { "section_id", "published_at", "article_id" });

            migrationBuilder.CreateIndex(
                name: "ix_article_topics_article_id",
                table: "article_topics",
                column: "article_id");

            migrationBuilder.CreateIndex(
                name: "ix_article_topics_topic_id_published_at_article_id",
                table: "article_topics",
                columns: new[] { "topic_id", "published_at", "article_id" });

            migrationBuilder.CreateIndex(
                name: "ix_article_versions_article_id_number",
                table: "article_versions",
                columns: new[] { "article_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_articles_assigned_to",
                table: "articles",
                column: "assigned_to");

            migrationBuilder.CreateIndex(
                name: "ix_articles_created_by",
                table: "articles",
                column: "created_by");

            migrationBuilder.CreateIndex(
                name: "ix_articles_desk_id",
                table: "articles",
                column: "desk_id");

            migrationBuilder.CreateIndex(
                name: "ix_articles_edition_id_published_at_id",
                table: "articles",
                columns: new[] { "edition_id", "published_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_articles_public_id",
                table: "articles",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_articles_published_version_id",
                table: "articles",
                column: "published_version_id");

            migrationBuilder.CreateIndex(
                name: "ix_articles_scheduled_for",
                table: "articles",
                column: "scheduled_for");

            migrationBuilder.CreateIndex(
                name: "ix_articles_scheduled_version_id",
                table: "articles",
                column: "scheduled_version_id");

            migrationBuilder.CreateIndex(
                name: "ix_articles_section_id_slug",
                table: "articles",
                columns: new[] { "section_id", "slug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_articles_series_id_published_at_id",
                table: "articles",
                columns: new[] { "series_id", "published_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_log_which",
                table: "audit_log",
                column: "which");

            migrationBuilder.CreateIndex(
                name: "ix_bounces_address_hash_at",
                table: "bounces",
                columns: new[] { "address_hash", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_bounces_delivery_id",
                table: "bounces",
                column: "delivery_id");

            migrationBuilder.CreateIndex(
                name: "ix_bounces_key",
                table: "bounces",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_brake_counts_ends_at",
                table: "brake_counts",
                column: "ends_at");

            migrationBuilder.CreateIndex(
                name: "ix_breaking_lines_edition_id",
                table: "breaking_lines",
                column: "edition_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_bulk_lines_act_id_id",
                table: "bulk_lines",
                columns: new[] { "act_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_bulk_lines_article_id",
                table: "bulk_lines",
                column: "article_id");

            migrationBuilder.CreateIndex(
                name: "ix_comment_threads_article_id",
                table: "comment_threads",
                column: "article_id");

            migrationBuilder.CreateIndex(
                name: "ix_comment_threads_public_id",
                table: "comment_threads",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_comments_link_id",
                table: "comments",
                column: "link_id");

            migrationBuilder.CreateIndex(
                name: "ix_comments_public_id",
                table: "comments",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_comments_thread_id",
                table: "comments",
                column: "thread_id");

            migrationBuilder.CreateIndex(
                name: "ix_consents_subscription_id",
                table: "consents",
                column: "subscription_id");

            migrationBuilder.CreateIndex(
                name: "ix_contributors_public_id",
                table: "contributors",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_contributors_slug",
                table: "contributors",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_copy_archive_findings_article_id",
                table: "copy_archive_findings",
                column: "article_id");

            migrationBuilder.CreateIndex(
                name: "ix_copy_archive_findings_run_id_count",
                table: "copy_archive_findings",
                columns: new[] { "run_id", "count" });

            migrationBuilder.CreateIndex(
                name: "ix_copy_notes_article_id_rule_block_words",
                table: "copy_notes",
                columns: new[] { "article_id", "rule", "block", "words" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_copy_notes_rule",
                table: "copy_notes",
                column: "rule");

            migrationBuilder.CreateIndex(
                name: "ix_correction_answers_article_id",
                table: "correction_answers",
                column: "article_id");

            migrationBuilder.CreateIndex(
                name: "ix_corrections_article_id_made_at",
                table: "corrections",
                columns: new[] { "article_id", "made_at" });

            migrationBuilder.CreateIndex(
                name: "ix_corrections_edition_id_is_in_ledger_made_at_id",
                table: "corrections",
                columns: new[] { "edition_id", "is_in_ledger", "made_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_corrections_public_id",
                table: "corrections",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_day_heads_day",
                table: "day_heads",
                column: "day",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_issue_id_state_due_at",
                table: "deliveries",
                columns: new[] { "issue_id", "state", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_issue_id_subscription_id",
                table: "deliveries",
                columns: new[] { "issue_id", "subscription_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_public_id",
                table: "deliveries",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_subscription_id",
                table: "deliveries",
                column: "subscription_id");

            migrationBuilder.CreateIndex(
                name: "ix_desk_entries_kind_target_id",
                table: "desk_entries",
                columns: new[] { "kind", "target_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_desk_members_member_id",
                table: "desk_members",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "ix_desk_sections_section_id",
                table: "desk_sections",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_desks_public_id",
                table: "desks",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_developing_stories_until",
                table: "developing_stories",
                column: "until");

            migrationBuilder.CreateIndex(
                name: "ix_disclosures_donor_id",
                table: "disclosures",
                column: "donor_id");

            migrationBuilder.CreateIndex(
                name: "ix_disclosures_edition_id_year_donor_id",
                table: "disclosures",
                columns: new[] { "edition_id", "year", "donor_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_donation_requests_created_at",
                table: "donation_requests",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_donation_requests_edition_id",
                table: "donation_requests",
                column: "edition_id");

            migrationBuilder.CreateIndex(
                name: "ix_donation_requests_public_id",
                table: "donation_requests",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_donations_donor_id_given_at",
                table: "donations",
                columns: new[] { "donor_id", "given_at" });

            migrationBuilder.CreateIndex(
                name: "ix_donations_edition_id",
                table: "donations",
                column: "edition_id");

            migrationBuilder.CreateIndex(
                name: "ix_donations_given_at",
                table: "donations",
                column: "given_at");

            migrationBuilder.CreateIndex(
                name: "ix_donations_key",
                table: "donations",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_donations_message",
                table: "donations",
                column: "message");

            migrationBuilder.CreateIndex(
                name: "ix_donations_public_id",
                table: "donations",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_donations_recurring_id",
                table: "donations",
                column: "recurring_id");

            migrationBuilder.CreateIndex(
                name: "ix_donors_address",
                table: "donors",
                column: "address",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_donors_edition_id",
                table: "donors",
                column: "edition_id");

            migrationBuilder.CreateIndex(
                name: "ix_donors_public_id",
                table: "donors",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_draft_log_at",
                table: "draft_log",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_draft_log_client_sequence",
                table: "draft_log",
                columns: new[] { "client", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_editions_code",
                table: "editions",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_editions_public_id",
                table: "editions",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_files_file_hash",
                table: "files",
                column: "file_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_files_public_id",
                table: "files",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_files_uploaded_at",
                table: "files",
                column: "uploaded_at");

            migrationBuilder.CreateIndex(
                name: "ix_free_memberships_address",
                table: "free_memberships",
                column: "address");

            migrationBuilder.CreateIndex(
                name: "ix_free_memberships_public_id",
                table: "free_memberships",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_free_memberships_tier_id",
                table: "free_memberships",
                column: "tier_id");

            migrationBuilder.CreateIndex(
                name: "ix_free_memberships_until",
                table: "free_memberships",
                column: "until");

            migrationBuilder.CreateIndex(
                name: "ix_front_page_versions_edition_id_number",
                table: "front_page_versions",
                columns: new[] { "edition_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_front_pages_edition_id",
                table: "front_pages",
                column: "edition_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_gift_aid_declarations_destroy_on",
                table: "gift_aid_declarations",
                column: "destroy_on");

            migrationBuilder.CreateIndex(
                name: "ix_gift_aid_declarations_donor_id",
                table: "gift_aid_declarations",
                column: "donor_id");

            migrationBuilder.CreateIndex(
                name: "ix_gift_aid_declarations_entity_id",
                table: "gift_aid_declarations",
                column: "entity_id");

            migrationBuilder.CreateIndex(
                name: "ix_gift_aid_declarations_public_id",
                table: "gift_aid_declarations",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_gift_aid_declarations_request",
                table: "gift_aid_declarations",
                column: "request",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_giving_statements_donor_id",
                table: "giving_statements",
                column: "donor_id");

            migrationBuilder.CreateIndex(
                name: "ix_giving_statements_entity_id_year_donor_id",
                table: "giving_statements",
                columns: new[] { "entity_id", "year", "donor_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_giving_statements_public_id",
                table: "giving_statements",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_house_people_name",
                table: "house_people",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_house_rules_public_id",
                table: "house_rules",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_inbox_files_file_hash",
                table: "inbox_files",
                column: "file_hash");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_files_message_id",
                table: "inbox_files",
                column: "message_id");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_messages_address",
                table: "inbox_messages",
                column: "address");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_messages_closed_on",
                table: "inbox_messages",
                column: "closed_on");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_messages_draft_id",
                table: "inbox_messages",
                column: "draft_id");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_messages_edition_id",
                table: "inbox_messages",
                column: "edition_id");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_messages_state_kind_day",
                table: "inbox_messages",
                columns: new[] { "state", "kind", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_inbox_messages_story_id",
                table: "inbox_messages",
                column: "story_id");

            migrationBuilder.CreateIndex(
                name: "ix_invalidations_made_at",
                table: "invalidations",
                column: "made_at");

            migrationBuilder.CreateIndex(
                name: "ix_issue_clicks_article_id",
                table: "issue_clicks",
                column: "article_id");

            migrationBuilder.CreateIndex(
                name: "ix_issues_newsletter_id_id",
                table: "issues",
                columns: new[] { "newsletter_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_issues_newsletter_id_started_at",
                table: "issues",
                columns: new[] { "newsletter_id", "started_at" });

            migrationBuilder.CreateIndex(
                name: "ix_issues_public_id",
                table: "issues",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_issues_state",
                table: "issues",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "ix_jobs_done_at_due_at",
                table: "jobs",
                columns: new[] { "done_at", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_jobs_key",
                table: "jobs",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_kept_lists_member_id_name",
                table: "kept_lists",
                columns: new[] { "member_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_late_readings_article_id",
                table: "late_readings",
                column: "article_id");

            migrationBuilder.CreateIndex(
                name: "ix_late_readings_read_at",
                table: "late_readings",
                column: "read_at");

            migrationBuilder.CreateIndex(
                name: "ix_late_readings_version_id",
                table: "late_readings",
                column: "version_id");

            migrationBuilder.CreateIndex(
                name: "ix_ledger_entries_day",
                table: "ledger_entries",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "ix_ledger_entries_donation_id",
                table: "ledger_entries",
                column: "donation_id");

            migrationBuilder.CreateIndex(
                name: "ix_ledger_entries_key",
                table: "ledger_entries",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ledger_entries_public_id",
                table: "ledger_entries",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ledger_lines_account_currency",
                table: "ledger_lines",
                columns: new[] { "account", "currency" });

            migrationBuilder.CreateIndex(
                name: "ix_ledger_lines_entry_id",
                table: "ledger_lines",
                column: "entry_id");

            migrationBuilder.CreateIndex(
                name: "ix_legal_entities_public_id",
                table: "legal_entities",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_legal_entity_editions_entity_id",
                table: "legal_entity_editions",
                column: "entity_id");

            migrationBuilder.CreateIndex(
                name: "ix_menu_items_edition_id_place_position",
                table: "menu_items",
                columns: new[] { "edition_id", "place", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_messages_edition_id_is_on",
                table: "messages",
                columns: new[] { "edition_id", "is_on" });

            migrationBuilder.CreateIndex(
                name: "ix_messages_public_id",
                table: "messages",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_meter_reads_article_id",
                table: "meter_reads",
                column: "article_id");

            migrationBuilder.CreateIndex(
                name: "ix_missed_addresses_last_at",
                table: "missed_addresses",
                column: "last_at");

            migrationBuilder.CreateIndex(
                name: "ix_missed_addresses_path",
                table: "missed_addresses",
                column: "path",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_missed_addresses_times",
                table: "missed_addresses",
                column: "times");

            migrationBuilder.CreateIndex(
                name: "ix_newsletter_schedules_newsletter_id",
                table: "newsletter_schedules",
                column: "newsletter_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_newsletter_schedules_next_at",
                table: "newsletter_schedules",
                column: "next_at");

            migrationBuilder.CreateIndex(
                name: "ix_newsletters_edition_id_slug",
                table: "newsletters",
                columns: new[] { "edition_id", "slug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_newsletters_public_id",
                table: "newsletters",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_notices_mailed_at",
                table: "notices",
                column: "mailed_at");

            migrationBuilder.CreateIndex(
                name: "ix_notices_member_id_seen_at",
                table: "notices",
                columns: new[] { "member_id", "seen_at" });

            migrationBuilder.CreateIndex(
                name: "ix_one_time_links_member_id",
                table: "one_time_links",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "ix_one_time_links_only",
                table: "one_time_links",
                column: "only",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_one_time_links_public_id",
                table: "one_time_links",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_one_time_links_role_id",
                table: "one_time_links",
                column: "role_id");

            migrationBuilder.CreateIndex(
                name: "ix_one_time_links_secret_hash",
                table: "one_time_links",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outgoing_mails_public_id",
                table: "outgoing_mails",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outgoing_mails_sent_at_due_at",
                table: "outgoing_mails",
                columns: new[] { "sent_at", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_outside_links_address",
                table: "outside_links",
                column: "address",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outside_links_due_at",
                table: "outside_links",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "ix_outside_links_host",
                table: "outside_links",
                column: "host");

            migrationBuilder.CreateIndex(
                name: "ix_pages_edition_id_slug",
                table: "pages",
                columns: new[] { "edition_id", "slug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_pages_public_id",
                table: "pages",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_pictures_file_hash",
                table: "pictures",
                column: "file_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_pictures_key",
                table: "pictures",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_pictures_public_id",
                table: "pictures",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_pictures_rights_end",
                table: "pictures",
                column: "rights_end");

            migrationBuilder.CreateIndex(
                name: "ix_pictures_uploaded_at",
                table: "pictures",
                column: "uploaded_at");

            migrationBuilder.CreateIndex(
                name: "ix_pictures_used_article_id",
                table: "pictures_used",
                column: "article_id");

            migrationBuilder.CreateIndex(
                name: "ix_pings_due_at",
                table: "pings",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "ix_pings_target_subject",
                table: "pings",
                columns: new[] { "target", "subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_planned_front_pages_edition_id_goes_live_at",
                table: "planned_front_pages",
                columns: new[] { "edition_id", "goes_live_at" });

            migrationBuilder.CreateIndex(
                name: "ix_read_counts_hour",
                table: "read_counts",
                column: "hour");

            migrationBuilder.CreateIndex(
                name: "ix_reader_passkeys_credential_id",
                table: "reader_passkeys",
                column: "credential_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reader_passkeys_public_id",
                table: "reader_passkeys",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reader_passkeys_reader_id",
                table: "reader_passkeys",
                column: "reader_id");

            migrationBuilder.CreateIndex(
                name: "ix_reader_sessions_public_id",
                table: "reader_sessions",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reader_sessions_reader_id",
                table: "reader_sessions",
                column: "reader_id");

            migrationBuilder.CreateIndex(
                name: "ix_reader_sessions_secret_hash",
                table: "reader_sessions",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_readers_address",
                table: "readers",
                column: "address",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_readers_edition_id",
                table: "readers",
                column: "edition_id");

            migrationBuilder.CreateIndex(
                name: "ix_readers_public_id",
                table: "readers",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_receipts_destroy_on",
                table: "receipts",
                column: "destroy_on");

            migrationBuilder.CreateIndex(
                name: "ix_receipts_donation_id_copy",
                table: "receipts",
                columns: new[] { "donation_id", "copy" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_receipts_edition_id",
                table: "receipts",
                column: "edition_id");

            migrationBuilder.CreateIndex(
                name: "ix_receipts_entity_id_year_number_copy",
                table: "receipts",
                columns: new[] { "entity_id", "year", "number", "copy" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_receipts_public_id",
                table: "receipts",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_recurring_donations_donor_id",
                table: "recurring_donations",
                column: "donor_id");

            migrationBuilder.CreateIndex(
                name: "ix_recurring_donations_edition_id",
                table: "recurring_donations",
                column: "edition_id");

            migrationBuilder.CreateIndex(
                name: "ix_recurring_donations_public_id",
                table: "recurring_donations",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_recurring_donations_stripe_id",
                table: "recurring_donations",
                column: "stripe_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_redirects_from",
                table: "redirects",
                column: "from",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_redirects_head",
                table: "redirects",
                column: "head");

            migrationBuilder.CreateIndex(
                name: "ix_redirects_to",
                table: "redirects",
                column: "to");

            migrationBuilder.CreateIndex(
                name: "ix_renewals_asked_at",
                table: "renewals",
                column: "asked_at");

            migrationBuilder.CreateIndex(
                name: "ix_renewals_public_id",
                table: "renewals",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_renewals_reader_id",
                table: "renewals",
                column: "reader_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_review_links_article_id",
                table: "review_links",
                column: "article_id");

            migrationBuilder.CreateIndex(
                name: "ix_review_links_public_id",
                table: "review_links",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_review_links_secret_hash",
                table: "review_links",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_review_links_version_id",
                table: "review_links",
                column: "version_id");

            migrationBuilder.CreateIndex(
                name: "ix_review_openings_link_id",
                table: "review_openings",
                column: "link_id");

            migrationBuilder.CreateIndex(
                name: "ix_roles_public_id",
                table: "roles",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_search_entries_article_id",
                table: "search_entries",
                column: "article_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_search_entries_form_article_id",
                table: "search_entries",
                columns: new[] { "form", "article_id" });

            migrationBuilder.CreateIndex(
                name: "ix_search_words_edition_id_shape",
                table: "search_words",
                columns: new[] { "edition_id", "shape" });

            migrationBuilder.CreateIndex(
                name: "ix_sections_edition_id_slug",
                table: "sections",
                columns: new[] { "edition_id", "slug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sections_public_id",
                table: "sections",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_settings_name_id",
                table: "settings",
                columns: new[] { "name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_sign_in_requests_address",
                table: "sign_in_requests",
                column: "address");

            migrationBuilder.CreateIndex(
                name: "ix_sign_in_requests_browser_hash",
                table: "sign_in_requests",
                column: "browser_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sign_in_requests_expires_at",
                table: "sign_in_requests",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_sign_in_requests_link_hash",
                table: "sign_in_requests",
                column: "link_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sign_in_requests_public_id",
                table: "sign_in_requests",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_spare_pictures_section_id",
                table: "spare_pictures",
                column: "section_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sponsorships_edition_id_place_from",
                table: "sponsorships",
                columns: new[] { "edition_id", "place", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_sponsorships_public_id",
                table: "sponsorships",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_members_normalized_email",
                table: "staff_members",
                column: "normalized_email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_members_normalized_user_name",
                table: "staff_members",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_members_public_id",
                table: "staff_members",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_members_role_id",
                table: "staff_members",
                column: "role_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_passkeys_user_id",
                table: "staff_passkeys",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_sessions_member_id",
                table: "staff_sessions",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_sessions_public_id",
                table: "staff_sessions",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_sessions_secret_hash",
                table: "staff_sessions",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_story_notes_article_id",
                table: "story_notes",
                column: "article_id");

            migrationBuilder.CreateIndex(
                name: "ix_story_plans_due_at",
                table: "story_plans",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "ix_story_plans_planned_for",
                table: "story_plans",
                column: "planned_for");

            migrationBuilder.CreateIndex(
                name: "ix_story_series_edition_id_slug",
                table: "story_series",
                columns: new[] { "edition_id", "slug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_story_series_public_id",
                table: "story_series",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_stripe_comparisons_at",
                table: "stripe_comparisons",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_stripe_events_read_at_due_at",
                table: "stripe_events",
                columns: new[] { "read_at", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_subscription_requests_address",
                table: "subscription_requests",
                column: "address");

            migrationBuilder.CreateIndex(
                name: "ix_subscription_requests_expires_at",
                table: "subscription_requests",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_subscription_requests_key_hash",
                table: "subscription_requests",
                column: "key_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_subscription_requests_public_id",
                table: "subscription_requests",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_subscriptions_newsletter_id_ended_at_id",
                table: "subscriptions",
                columns: new[] { "newsletter_id", "ended_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_subscriptions_public_id",
                table: "subscriptions",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_subscriptions_reader_id_newsletter_id",
                table: "subscriptions",
                columns: new[] { "reader_id", "newsletter_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_supporters_donor_id",
                table: "supporters",
                column: "donor_id");

            migrationBuilder.CreateIndex(
                name: "ix_supporters_edition_id_donor_id",
                table: "supporters",
                columns: new[] { "edition_id", "donor_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_tiers_edition_id_position",
                table: "tiers",
                columns: new[] { "edition_id", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_tiers_public_id",
                table: "tiers",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_topics_edition_id_slug",
                table: "topics",
                columns: new[] { "edition_id", "slug" },
                unique: true,
                filter: "merged_into_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_topics_merged_into_id",
                table: "topics",
                column: "merged_into_id");

            migrationBuilder.CreateIndex(
                name: "ix_topics_parent_id",
                table: "topics",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_topics_public_id",
                table: "topics",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_translations_article_id",
                table: "translations",
                column: "article_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_translations_edition_id",
                table: "translations",
                column: "edition_id");

            migrationBuilder.CreateIndex(
                name: "ix_translations_source_id_edition_id",
                table: "translations",
                columns: new[] { "source_id", "edition_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_unmerged_fixes_article_id",
                table: "unmerged_fixes",
                column: "article_id");

            migrationBuilder.CreateIndex(
                name: "ix_webhook_attempts_delivery_id",
                table: "webhook_attempts",
                column: "delivery_id");

            migrationBuilder.CreateIndex(
                name: "ix_webhook_deliveries_message_id",
                table: "webhook_deliveries",
                column: "message_id");

            migrationBuilder.CreateIndex(
                name: "ix_webhook_deliveries_receiver_id_story_id_state",
                table: "webhook_deliveries",
                columns: new[] { "receiver_id", "story_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_webhook_deliveries_state_due_at",
                table: "webhook_deliveries",
                columns: new[] { "state", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_webhook_messages_occurred_at",
                table: "webhook_messages",
                column: "occurred_at");

            migrationBuilder.CreateIndex(
                name: "ix_webhook_messages_public_id",
                table: "webhook_messages",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_webhook_messages_story_id",
                table: "webhook_messages",
                column: "story_id");

            migrationBuilder.CreateIndex(
                name: "ix_webhook_receivers_edition_id",
                table: "webhook_receivers",
                column: "edition_id");

            migrationBuilder.CreateIndex(
                name: "ix_webhook_receivers_public_id",
                table: "webhook_receivers",
                column: "public_id",
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "fk_article_contributors_articles_article_id",
                table: "article_contributors",
                column: "article_id",
                principalTable: "articles",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "fk_article_drafts_articles_article_id",
                table: "article_drafts",
                column: "article_id",
                principalTable: "articles",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "fk_article_keys_article_versions_version_id",
                table: "article_keys",
                column: "version_id",
                principalTable: "article_versions",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "fk_article_keys_articles_article_id",
                table: "article_keys",
                column: "article_id",
                principalTable: "articles",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "fk_article_sections_articles_article_id",
                table: "article_sections",
                column: "article_id",
                principalTable: "articles",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "fk_article_topics_articles_article_id",
                table: "article_topics",
                column: "article_id",
                principalTable: "articles",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "fk_article_versions_articles_article_id",
                table: "article_versions",
                column: "article_id",
                principalTable: "articles",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_article_versions_articles_article_id",
                table: "article_versions");

            migrationBuilder.DropTable(
                name: "api_requests");

            migrationBuilder.DropTable(
                name: "api_tokens");

            migrationBuilder.DropTable(
                name: "archived_issues");

            migrationBuilder.DropTable(
                name: "article_contributors");

            migrationBuilder.DropTable(
                name: "article_keys");

            migrationBuilder.DropTable(
                name: "article_sections");

            migrationBuilder.DropTable(
                name: "article_topics");

            migrationBuilder.DropTable(
                name: "audit_log");

            migrationBuilder.DropTable(
                name: "bounces");

            migrationBuilder.DropTable(
                name: "brake_counts");

            migrationBuilder.DropTable(
                name: "breaking_lines");

            migrationBuilder.DropTable(
                name: "bulk_lines");

            migrationBuilder.DropTable(
                name: "comments");

            migrationBuilder.DropTable(
                name: "consents");

            migrationBuilder.DropTable(
                name: "copy_archive_findings");

            migrationBuilder.DropTable(
                name: "copy_counts");

            migrationBuilder.DropTable(
                name: "copy_notes");

            migrationBuilder.DropTable(
                name: "copy_rule_settings");

            migrationBuilder.DropTable(
                name: "correction_answers");

            migrationBuilder.DropTable(
                name: "correction_wordings");

            migrationBuilder.DropTable(
                name: "day_heads");

            migrationBuilder.DropTable(
                name: "deleted_versions");

            migrationBuilder.DropTable(
                name: "desk_entries");

            migrationBuilder.DropTable(
                name: "desk_members");

            migrationBuilder.DropTable(
                name: "desk_sections");

            migrationBuilder.DropTable(
                name: "desk_waiting");

            migrationBuilder.DropTable(
                name: "developing_stories");

            migrationBuilder.DropTable(
                name: "disclosures");

            migrationBuilder.DropTable(
                name: "donation_requests");

            migrationBuilder.DropTable(
                name: "draft_log");

            migrationBuilder.DropTable(
                name: "edge_ledger");

            migrationBuilder.DropTable(
                name: "files");

            migrationBuilder.DropTable(
                name: "free_memberships");

            migrationBuilder.DropTable(
                name: "front_page_versions");

            migrationBuilder.DropTable(
                name: "front_pages");

            migrationBuilder.DropTable(
                name: "gift_aid_declarations");

            migrationBuilder.DropTable(
                name: "giving_statements");

            migrationBuilder.DropTable(
                name: "house_people");

            migrationBuilder.DropTable(
                name: "house_rules");

            migrationBuilder.DropTable(
                name: "inbox_files");

            migrationBuilder.DropTable(
                name: "invalidations");

            migrationBuilder.DropTable(
                name: "issue_clicks");

            migrationBuilder.DropTable(
                name: "jobs");

            migrationBuilder.DropTable(
                name: "kept_lists");

            migrationBuilder.DropTable(
                name: "late_readings");

            migrationBuilder.DropTable(
                name: "ledger_lines");

            migrationBuilder.DropTable(
                name: "legal_entity_editions");

            migrationBuilder.DropTable(
                name: "menu_items");

            migrationBuilder.DropTable(
                name: "message_counts");

            migrationBuilder.DropTable(
                name: "meter_reads");

            migrationBuilder.DropTable(
                name: "missed_addresses");

            migrationBuilder.DropTable(
                name: "newsletter_schedules");

            migrationBuilder.DropTable(
                name: "notice_choices");

            migrationBuilder.DropTable(
                name: "notices");

            migrationBuilder.DropTable(
                name: "one_time_links");

            migrationBuilder.DropTable(
                name: "outgoing_mails");

            migrationBuilder.DropTable(
                name: "outside_links");

            migrationBuilder.DropTable(
                name: "pages");

            migrationBuilder.DropTable(
                name: "pictures");

            migrationBuilder.DropTable(
                name: "pictures_used");

            migrationBuilder.DropTable(
                name: "pings");

            migrationBuilder.DropTable(
                name: "planned_front_pages");

            migrationBuilder.DropTable(
                name: "protection_keys");

            migrationBuilder.DropTable(
                name: "read_counts");

            migrationBuilder.DropTable(
                name: "reader_passkeys");

            migrationBuilder.DropTable(
                name: "reader_sessions");

            migrationBuilder.DropTable(
                name: "receipt_counters");

            migrationBuilder.DropTable(
                name: "receipts");

            migrationBuilder.DropTable(
                name: "redirects");

            migrationBuilder.DropTable(
                name: "renewals");

            migrationBuilder.DropTable(
                name: "review_openings");

            migrationBuilder.DropTable(
                name: "search_entries");

            migrationBuilder.DropTable(
                name: "search_words");

            migrationBuilder.DropTable(
                name: "settings");

            migrationBuilder.DropTable(
                name: "sign_in_requests");

            migrationBuilder.DropTable(
                name: "spare_pictures");

            migrationBuilder.DropTable(
                name: "sponsor_clicks");

            migrationBuilder.DropTable(
                name: "staff_passkeys");

            migrationBuilder.DropTable(
                name: "staff_sessions");

            migrationBuilder.DropTable(
                name: "story_notes");

            migrationBuilder.DropTable(
                name: "story_plans");

            migrationBuilder.DropTable(
                name: "stripe_comparisons");

            migrationBuilder.DropTable(
                name: "stripe_events");

            migrationBuilder.DropTable(
                name: "subscription_requests");

            migrationBuilder.DropTable(
                name: "supporters");

            migrationBuilder.DropTable(
                name: "suppressions");

            migrationBuilder.DropTable(
                name: "translations");

            migrationBuilder.DropTable(
                name: "unmerged_fixes");

            migrationBuilder.DropTable(
                name: "webhook_attempts");

            migrationBuilder.DropTable(
                name: "contributors");

            migrationBuilder.DropTable(
                name: "topics");

            migrationBuilder.DropTable(
                name: "deliveries");

            migrationBuilder.DropTable(
                name: "bulk_acts");

            migrationBuilder.DropTable(
                name: "comment_threads");

            migrationBuilder.DropTable(
                name: "copy_archive_runs");

            migrationBuilder.DropTable(
                name: "corrections");

            migrationBuilder.DropTable(
                name: "article_drafts");

            migrationBuilder.DropTable(
                name: "tiers");

            migrationBuilder.DropTable(
                name: "inbox_messages");

            migrationBuilder.DropTable(
                name: "ledger_entries");

            migrationBuilder.DropTable(
                name: "messages");

            migrationBuilder.DropTable(
                name: "donations");

            migrationBuilder.DropTable(
                name: "legal_entities");

            migrationBuilder.DropTable(
                name: "review_links");

            migrationBuilder.DropTable(
                name: "sponsorships");

            migrationBuilder.DropTable(
                name: "staff_members");

            migrationBuilder.DropTable(
                name: "webhook_deliveries");

            migrationBuilder.DropTable(
                name: "issues");

            migrationBuilder.DropTable(
                name: "subscriptions");

            migrationBuilder.DropTable(
                name: "recurring_donations");

            migrationBuilder.DropTable(
                name: "roles");

            migrationBuilder.DropTable(
                name: "webhook_messages");

            migrationBuilder.DropTable(
                name: "webhook_receivers");

            migrationBuilder.DropTable(
                name: "newsletters");

            migrationBuilder.DropTable(
                name: "readers");

            migrationBuilder.DropTable(
                name: "donors");

            migrationBuilder.DropTable(
                name: "articles");

            migrationBuilder.DropTable(
                name: "article_versions");

            migrationBuilder.DropTable(
                name: "desks");

            migrationBuilder.DropTable(
                name: "sections");

            migrationBuilder.DropTable(
                name: "story_series");

            migrationBuilder.DropTable(
                name: "editions");
        }
    }
}
