vcl 4.1;

# Varnish before Borderline's origin, for a day also without it. Start varnishd with `-p http_gzip_support=off`: what is
# kept is compressed already, and Varnish would ask for gzip alone.

import std;

backend origin {
    .host = "127.0.0.1";
    .port = "8080";
    .connect_timeout = 2s;
    .first_byte_timeout = 10s;
    .probe = {
        .url = "/robots.txt";
        .interval = 2s;
        .timeout = 2s;
        .window = 3;
        .threshold = 2;
        .initial = 2;
    }
}

sub vcl_recv {
    # A query says nothing to the origin.
    set req.url = regsub(req.url, "\?.*$", "");
    unset req.http.Cookie;

    # One copy for each coding, not one for each way to ask for it. One weighed 0 is none.
    if (req.url ~ "^/dumps/.*\.csv\.gz$") {
        unset req.http.Accept-Encoding;
    } elsif (req.http.Accept-Encoding ~ "(?i)(^|,)\s*(br|\*)\s*(;\s*q=(1|0\.[0-9]*[1-9])[0-9.]*)?\s*(,|$)") {
        set req.http.Accept-Encoding = "br";
    } elsif (req.http.Accept-Encoding ~ "(?i)(^|,)\s*(x-)?gzip\s*(;\s*q=(1|0\.[0-9]*[1-9])[0-9.]*)?\s*(,|$)") {
        set req.http.Accept-Encoding = "gzip";
    } else {
        unset req.http.Accept-Encoding;
    }
    # Parts are of plain files alone.
    if (req.http.Accept-Encoding) {
        unset req.http.Range;
    }

    # An older edition is for when there is no newer one to be had, and for nothing else.
    if (req.restarts > 0 || !std.healthy(req.backend_hint)) {
        set req.grace = 24h;
    } else {
        set req.grace = 0s;
    }
    if (req.method != "GET" && req.method != "HEAD") {
        return (pass);
    }
    return (hash);
}

sub vcl_hash {
    # One site, whatever it is called.
    hash_data(req.url);
    return (lookup);
}

sub vcl_hit {
    # Varnish understands a single tag; here it is made of a list, and of `*`.
    if (req.http.If-None-Match == "*" || std.strstr(req.http.If-None-Match, obj.http.ETag)) {
        set req.http.If-None-Match = obj.http.ETag;
    }
}

sub vcl_backend_response {
    unset beresp.http.Set-Cookie;
    set beresp.grace = 24h;
    if (beresp.status >= 500) {
        # Whoever asked is given what there was before.
        set beresp.uncacheable = true;
        set beresp.ttl = 0s;
        set beresp.grace = 0s;
    }
    return (deliver);
}

sub vcl_deliver {
    if (resp.status >= 500 && req.restarts == 0 && (req.method == "GET" || req.method == "HEAD")) {
        return (restart);
    }
    if (resp.http.Cache-Control ~ "stale-if-error" && resp.http.Age && obj.ttl <= 0s) {
        # Beyond its time, for want of another: whoever is behind may keep it to the next minute, as always, so that
        # they do not all come at once.
        set resp.http.X-Second = "" + (std.time2integer(now, 0) % 60);
        if (std.integer(resp.http.X-Second, 0) < 4) {
            set resp.http.X-Age = "" + (5 - std.integer(resp.http.X-Second, 0));
        } elsif (std.integer(resp.http.X-Second, 0) == 4) {
            set resp.http.X-Age = "2";
        } else {
            set resp.http.X-Age = "" + (65 - std.integer(resp.http.X-Second, 0));
        }
        set resp.http.Cache-Control = "public, max-age=" + resp.http.X-Age + ", stale-if-error=86400";
        set resp.http.CDN-Cache-Control =
            "public, max-age=" + resp.http.X-Age + ", stale-while-revalidate=30, stale-if-error=86400";
        set resp.http.Date = now;
        unset resp.http.Age;
        unset resp.http.X-Second;
        unset resp.http.X-Age;
    }
    if (resp.http.Content-Encoding) {
        unset resp.http.Accept-Ranges;
    }
    # Behind Age: some who read both take them in their order.
    set resp.http.Date = resp.http.Date;
    unset resp.http.X-Varnish;
    unset resp.http.Via;
    return (deliver);
}

sub vcl_synth {
    set resp.http.Cache-Control = "no-store";
    set resp.http.Content-Type = "text/plain; charset=utf-8";
    set resp.body = "" + resp.status + " " + resp.reason + {"
"};
    return (deliver);
}

sub vcl_backend_error {
    set beresp.http.Cache-Control = "no-store";
    set beresp.http.Content-Type = "text/plain; charset=utf-8";
    set beresp.body = "" + beresp.status + " " + beresp.reason + {"
"};
    set beresp.ttl = 0s;
    set beresp.grace = 0s;
    return (deliver);
}
