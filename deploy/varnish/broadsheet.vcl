# Broadsheet behind Varnish 7 with xkey (Debian: apt-get install varnish varnish-modules).
# Set the backend to where Broadsheet listens, and Edge:Driver=varnish, Edge:Address=http://127.0.0.1:6081 there.
# A page is kept until something it was made from changes: Broadsheet then purges its tags.
vcl 4.1;

import std;
import xkey;

backend default {
    .host = "127.0.0.1";
    .port = "5080";
}

# Who may purge: the nodes of the paper.
acl purgers {
    "localhost";
    "127.0.0.1";
    "::1";
}

sub vcl_recv {
    if (req.restarts == 0) {
        # Ours alone: no reader may say them.
        unset req.http.X-Edge-Kept;
        unset req.http.X-Edge-Fresh;
        unset req.http.X-Edge-Need;
    }

    if (req.method == "PURGE") {
        # Varnish adds the address it sees. One more means that a proxy stands before us, and its readers are not purgers.
        if (client.ip !~ purgers || req.http.X-Forwarded-For ~ ",") {
            return (synth(403, "Forbidden"));
        }
        if (!req.http.Surrogate-Key) {
            return (synth(400, "No Surrogate-Key"));
        }
        set req.http.X-Edge-Gone = xkey.purge(req.http.Surrogate-Key);
        return (synth(200, "Purged"));
    }

    if (req.method != "GET" && req.method != "HEAD") {
        return (pass);
    }
    # The newsroom's, and what asks how the machine is. Compared in small letters, since Broadsheet does not care either.
    if (std.tolower(req.url) ~ "^/(newsroom|api|health|reads)([/?]|$)") {
        return (pass);
    }
    # Whoever is signed in is answered by Broadsheet itself. Other cookies change nothing on a page.
    if (req.http.Cookie ~ "(^|;\s*)__Host-") {
        return (pass);
    }
    unset req.http.Cookie;
    unset req.http.Authorization;

    if (req.http.X-Edge-Need) {
        set req.grace = 30d;
    } elsif (req.http.X-Edge-Fresh) {
        set req.grace = 0s;
    }
    set req.http.X-Edge-Kept = "1";
    return (hash);
}

sub vcl_hit {
    # Kept longer than it may be given, for the time when Broadsheet does not answer. Until then: stale-while-revalidate and not a second more.
    if (!req.http.X-Edge-Need && obj.ttl + std.duration(regsub(obj.http.X-Edge-Control, "^.*stale-while-revalidate=([0-9]+).*$", "\1s"), 0s) <= 0s) {
        set req.http.X-Edge-Fresh = "1";
        return (restart);
    }
}

sub vcl_backend_response {
    if (beresp.status >= 500) {
        # Made in the background while the last page was given: keep that one.
        if (bereq.is_bgfetch) {
            return (abandon);
        }
        set beresp.ttl = 0s;
        set beresp.grace = 0s;
        return (deliver);
    }

    if (beresp.http.Surrogate-Key) {
        set beresp.http.xkey = beresp.http.Surrogate-Key;
    }
    # stale-if-error; the time for stale-while-revalidate is looked at when it is given.
    set beresp.http.X-Edge-Control = beresp.http.Cache-Control;
    set beresp.grace = std.duration(regsub(beresp.http.Cache-Control, "^.*stale-if-error=([0-9]+).*$", "\1s"), 0s);
}

sub vcl_deliver {
    # Broadsheet does not answer, or not well: the last page, if it may still be given.
    if (resp.status >= 500 && req.http.X-Edge-Kept && !req.http.X-Edge-Need) {
        unset req.http.X-Edge-Fresh;
        set req.http.X-Edge-Need = "1";
        return (restart);
    }

    # For how long we may keep it is between Broadsheet and us: a proxy behind us could not be purged.
    if (resp.http.Cache-Control ~ "s-maxage") {
        set resp.http.Cache-Control = "public, no-cache";
    }
    unset resp.http.Surrogate-Key;
    unset resp.http.xkey;
    unset resp.http.X-Edge-Control;
    set resp.http.X-Cache = "miss";
    if (obj.hits > 0) {
        set resp.http.X-Cache = "hit";
    }
}
