// SPDX-License-Identifier: Apache-2.0
#include "app/operations.hpp"

#include "app/log.hpp"
#include "app/version.hpp"
#include "base/bytes.hpp"
#include "base/json.hpp"
#include "web/assets/assets.hpp"
#include "web/openapi.hpp"

#include <boost/describe/class.hpp>

#include <map>

namespace poa::app {

struct KnownReason {
    std::string code;
    std::string sentence;
};
BOOST_DESCRIBE_STRUCT(KnownReason, (), (code, sentence))
struct KnownReasons {
    std::string area; ///< "decisions": the part of the platform that says them; empty: all
    std::vector<KnownReason> rows;
};
BOOST_DESCRIBE_STRUCT(KnownReasons, (), (area, rows))

namespace {

using web::Drawing;
using web::Visit;

http::Answer plain(int status, std::string text) {
    http::Answer answer = http::Answer::text(status, "text/plain; charset=utf-8", std::move(text));
    answer.headers.add("cache-control", "no-store");
    return answer;
}

/// Tells the log why the platform is not ready: once, and again when that changes, however often it is asked.
class ReadinessLog {
  public:
    void tell(const std::vector<NotReady>& problems) {
        std::string all;
        for (const NotReady& problem : problems) all += problem.what + ": " + problem.why + "\n";
        std::lock_guard lock(mutex_);
        if (all == told_) return;
        told_ = all;
        if (problems.empty()) log::write(log::Level::info, "ready");
        for (const NotReady& problem : problems)
            log::write(log::Level::error, "not_ready", {{"what", problem.what}, {"why", problem.why}});
    }

  private:
    std::mutex mutex_;
    std::string told_;
};

http::Answer readiness_answer(const std::vector<NotReady>& problems) {
    if (problems.empty()) return plain(200, "ready\n");
    std::string text;
    for (const NotReady& problem : problems) text += problem.what + "\n";
    return plain(503, std::move(text));
}

http::Answer asset_answer(const Visit& visit, const Drawing& drawing) {
    const auto* asset = web::assets::find_asset(visit.path.get("name"));
    if (asset == nullptr)
        return drawing.refusal(visit, Refusal::because(Refusal::Kind::not_found, "request.no_such_page"));
    http::Answer answer;
    // The name carries a digest of the content, so it may be kept for good.
    answer.headers.add("content-type", std::string(asset->content_type));
    answer.headers.add("cache-control", "public, max-age=31536000, immutable");
    answer.headers.add("etag", "\"" + std::string(asset->hashed_name) + "\"");
    answer.body = std::make_shared<const std::string>(asset->content);
    answer.compressible = !asset->gzipped.empty();
    if (answer.compressible) answer.gzipped = std::make_shared<const std::string>(asset->gzipped);
    return answer;
}

std::string_view area_of(std::string_view reason) {
    return reason.substr(0, reason.find('.'));
}

/// Of one part of the platform; of all where none is named.
KnownReasons reasons_of(const web::Sentences& sentences, std::string area, const web::Wording& in) {
    KnownReasons page{std::move(area), {}};
    for (const auto& [known, sentence] : sentences.all())
        if (page.area.empty() || area_of(known) == page.area)
            page.rows.push_back({known, std::string(in.tr(sentence))});
    return page;
}

constexpr std::string_view reasons_title = N_("Reasons a request can be refused");

/// The parts alone: all sentences in one page would be a long wait on a slow line.
web::Screen draw_areas(const KnownReasons& page, const Visit& visit) {
    using namespace web::html;
    std::map<std::string_view, std::int64_t> areas;
    for (const KnownReason& reason : page.rows) ++areas[area_of(reason.code)];
    web::Screen screen;
    screen.title = visit.in.tr(reasons_title);
    screen.body = group(h1(css("page-title"), screen.title), ul(each(areas, [](const auto& area) {
                            const auto url = web::Url::of("problems", area.first);
                            return li(a(href(url), code(area.first)), " (", std::to_string(area.second), ")");
                        })));
    return screen;
}

web::Screen draw_reasons(const KnownReasons& page, const Visit& visit) {
    using namespace web::html;
    web::Screen screen;
    screen.title = std::string(visit.in.tr(reasons_title)) + ": " + page.area;
    screen.crumbs = {{std::string(visit.in.tr(reasons_title)), web::Url("/problems")}};
    screen.body = group(h1(css("page-title"), screen.title),
                        dl(css("facts"), each(page.rows, [&](const KnownReason& reason) {
                               return group(dt(id(reason.code), code(reason.code)), dd(reason.sentence));
                           })));
    return screen;
}

} // namespace

void add_operations(web::Routes& routes, const Settings& settings, OperationsLinks links) {
    routes.raw("/healthz", {"platform.health", N_("The process is alive"), false}, "text/plain",
               [](const Visit&, const Drawing&) { return plain(200, "alive\n"); });
    routes.raw("/readyz", {"platform.readiness", N_("The process can serve"), false}, "text/plain",
               [links, told = std::make_shared<ReadinessLog>()](const Visit&, const Drawing&) {
                   auto problems = links.readiness();
                   told->tell(problems);
                   return readiness_answer(problems);
               });
    routes.raw(
        "/metrics", {"platform.metrics", N_("Prometheus metrics"), false}, "text/plain",
        [links, token = settings.metrics_token](const Visit& visit, const Drawing& drawing) {
            if (!token.empty() && !same_secret(visit.request.headers.get("authorization"), "Bearer " + token))
                return drawing.refusal(visit,
                                       Refusal::because(Refusal::Kind::not_signed_in, "access.sign_in"));
            http::Answer answer = plain(200, links.metrics());
            answer.headers.set("content-type", "text/plain; version=0.0.4; charset=utf-8");
            return answer;
        });
    routes.raw("/events", {"platform.events", N_("The journal's position, live"), false}, "text/event-stream",
               [links](const Visit&, const Drawing&) {
                   http::Answer answer;
                   answer.headers.add("content-type", "text/event-stream; charset=utf-8");
                   answer.headers.add("cache-control", "no-store");
                   answer.body = http::EventStream{links.position()};
                   return answer;
               });
    routes.raw("/assets/{name}", {"platform.assets", N_("Style sheets and scripts"), true}, "*/*",
               asset_answer);
    routes.raw("/robots.txt", {"platform.robots", N_("For search engines"), true}, "text/plain",
               [](const Visit&, const Drawing&) {
                   return http::Answer::text(200, "text/plain; charset=utf-8",
                                             "User-agent: *\nDisallow: /account\nDisallow: /search\n");
               });
    routes.page<KnownReasons>(
        "/problems", {"platform.problems", reasons_title},
        [&routes](const Visit& visit) -> Result<KnownReasons> {
            return reasons_of(routes.sentences(), {}, visit.in);
        },
        draw_areas);
    routes.page<KnownReasons>(
        "/problems/{area}", {"platform.problems_of", N_("Reasons of one part of the platform")},
        [&routes](const Visit& visit) -> Result<KnownReasons> {
            KnownReasons page = reasons_of(routes.sentences(), std::string(visit.path.get("area")), visit.in);
            if (page.rows.empty()) return refuse(Refusal::Kind::not_found, "request.no_such_page");
            return page;
        },
        draw_reasons);
}

void add_openapi(web::Routes& routes, const Settings& settings) {
    // Made when first asked for, and once: it is a few hundred kilobytes that most processes never need.
    auto made = std::make_shared<std::pair<std::once_flag, std::string>>();
    routes.raw("/openapi.json", {"platform.openapi", N_("This interface, described"), true},
               "application/json", [made, &routes, settings](const Visit&, const Drawing&) {
                   std::call_once(made->first, [&] {
                       made->second =
                           web::openapi_of(routes, settings.platform_name, program_version,
                                           settings.public_url.empty() ? "/" : settings.public_url);
                   });
                   http::Answer answer = http::Answer::text(200, "application/json", made->second);
                   answer.compressible = true;
                   return answer;
               });
}

} // namespace poa::app
