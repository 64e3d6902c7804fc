using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Broadsheet.Tests.Syndication.Rules;

/// <summary>Good documents, to be broken.</summary>
internal static class Samples
{
    public static XDocument Rss() => XDocument.Parse("""
        <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/">
          <channel>
            <title>The Harbour Post</title><link>https://post.example/</link><description>News of the harbour</description><language>en</language>
            <lastBuildDate>Sat, 28 Nov 2026 10:00:00 GMT</lastBuildDate>
            <atom:link rel="self" type="application/rss+xml" href="https://post.example/feed.xml"/>
            <item>
              <title>The wall falls</title><link>https://post.example/city/wall</link><guid isPermaLink="false">tag:broadsheet,2026:1</guid>
              <pubDate>Sat, 28 Nov 2026 10:00:00 GMT</pubDate><description>At noon.</description><content:encoded>&lt;p&gt;It fell.&lt;/p&gt;</content:encoded>
            </item>
          </channel>
        </rss>
        """);

    public static XDocument Atom() => XDocument.Parse("""
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
          <id>tag:broadsheet,2026:edition/1</id><title>The Harbour Post</title><subtitle>News of the harbour</subtitle><updated>2026-11-28T10:00:00Z</updated>
          <author><name>The Harbour Post</name><uri>https://post.example/</uri></author>
          <link rel="self" type="application/atom+xml" href="https://post.example/feed.atom"/><link rel="alternate" type="text/html" href="https://post.example/"/>
          <entry>
            <id>tag:broadsheet,2026:1</id><title>The wall falls</title><link rel="alternate" type="text/html" href="https://post.example/city/wall"/>
            <updated>2026-11-28T10:00:00Z</updated><content type="html">&lt;p&gt;It fell.&lt;/p&gt;</content>
          </entry>
        </feed>
        """);

    public static JsonObject Json() => JsonNode.Parse("""
        {
          "version": "https://jsonfeed.org/version/1.1", "title": "The Harbour Post", "home_page_url": "https://post.example/", "feed_url": "https://post.example/feed.json",
          "items": [{ "id": "tag:broadsheet,2026:1", "url": "https://post.example/city/wall", "title": "The wall falls", "content_html": "<p>It fell.</p>", "date_published": "2026-11-28T10:00:00Z" }]
        }
        """)!.AsObject();
}
