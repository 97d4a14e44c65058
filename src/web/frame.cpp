// SPDX-License-Identifier: Apache-2.0
#include "web/frame.hpp"

#include "base/require.hpp"
#include "web/assets/assets.hpp"
#include "web/form.hpp"

namespace poa::web {
namespace {

using namespace html;

bool is_read(const Visit& visit) {
    return visit.request.method == http::Method::get || visit.request.method == http::Method::head;
}

Url asset_url(std::string_view logical_name) {
    auto url = Url::same_site(assets::asset_path(logical_name));
    require(url.has_value(), "an asset of the program");
    return *url;
}

struct Entry {
    std::string_view section;
    const char* label;
    Url url;
};

const std::vector<Entry>& navigation() {
    static const std::vector<Entry> entries = {
        {"documents", N_("Documents"), Url("/documents")},
        {"states", N_("States"), Url("/states")},
        {"views", N_("Views"), Url("/views")},
        {"decisions", N_("Decisions"), Url("/decisions")},
        {"acquis", N_("The framework"), Url("/acquis")},
        {"reports", N_("National reports"), Url("/reports")},
        {"charters", N_("Charters"), Url("/charters")},
        {"search", N_("Search"), Url("/search")},
        {"ledger", N_("Ledger"), Url("/ledger")},
    };
    return entries;
}

/// The address of this page in another language; nothing where it has none to be read at, as the answer to a
/// form whose page is not known.
std::optional<Url> in_language(const Visit& visit, const Screen& screen, Language language) {
    if (!screen.form_page.text().empty()) return screen.form_page.with("lang", code_of(language));
    if (!is_read(visit)) return std::nullopt;
    return here_with(visit, "lang", code_of(language));
}

Html draw_head(const FrameSettings& settings, const Visit& visit, const Screen& screen) {
    std::string full_title =
        screen.title + " · " + std::string(visit.in.tr(std::string_view(settings.platform_name)));
    return head(meta(charset("utf-8")),
                meta(name("viewport"), content("width=device-width, initial-scale=1")), title(full_title),
                when(!screen.description.empty(),
                     [&] { return meta(name("description"), content(screen.description)); }),
                meta(name("color-scheme"), content("light dark")),
                link(rel("stylesheet"), href(asset_url("style.css"))),
                link(rel("icon"), href(asset_url("icon.svg")), media_type("image/svg+xml")),
                script(src(asset_url("theme.js"))), script(type("module"), src(asset_url("islands.js"))),
                when(screen.is_live, [&] { return script(type("module"), src(asset_url("question.js"))); }),
                when(!screen.feed.text().empty(),
                     [&] {
                         return link(rel("alternate"), media_type("application/atom+xml"), href(screen.feed),
                                     title_is(screen.title));
                     }),
                each(all_languages, [&](Language language) -> Html {
                    auto url = in_language(visit, screen, language);
                    if (!url) return {};
                    return link(rel("alternate"), hreflang(code_of(language)), href(std::move(*url)));
                }));
}

Html draw_languages(const Visit& visit, const Screen& screen) {
    if (!in_language(visit, screen, visit.in.language())) return {};
    return nav(css("site-languages"), aria_label(visit.in.tr("Language")),
               div(css("container"), ul(each(all_languages, [&](Language language) {
                       return li(a(href(in_language(visit, screen, language).value_or(Url("/"))),
                                   lang(code_of(language)), hreflang(code_of(language)),
                                   aria_current("true", language == visit.in.language()),
                                   own_name_of(language)));
                   }))));
}

Html draw_account(const Visit& visit) {
    if (visit.is_anonymous()) return a(href(sign_in_url(visit)), visit.in.tr("Sign in"));
    return group(a(href(Url("/my-notices")), visit.in.tr("Notices")), " ",
                 a(href(Url("/account")), bdi(visit.visitor->display_name())), " ",
                 button_form(Url("/identity/sign_out"), visit, visit.in.tr("Sign out")));
}

Html draw_header(const FrameSettings& settings, const Visit& visit, const Screen& screen) {
    auto entry = [&](const Entry& each_entry) {
        return li(a(href(each_entry.url), aria_current("page", screen.section == each_entry.section),
                    visit.in.tr(each_entry.label)));
    };
    return header(css("site-header"), draw_languages(visit, screen),
                  div(css("site-header-row container"),
                      a(css("site-name"), href(Url("/")),
                        img(src(asset_url("icon.svg")), alt(""), width(34), height(34)),
                        span(visit.in.tr(std::string_view(settings.platform_name)))),
                      form(css("site-search"), role("search"), aria_label(visit.in.tr("Search")),
                           method("get"), action(Url("/search")),
                           label(css("visually-hidden"), for_("site-search"), visit.in.tr("Search")),
                           input(css("form-control"), type("search"), id("site-search"), name("q"),
                                 dir("auto"), maxlength(300)),
                           button(css("btn btn-secondary"), type("submit"), visit.in.tr("Search"))),
                      div(css("site-person"), draw_account(visit))),
                  nav(css("site-navigation container"), aria_label(visit.in.tr("Main")),
                      ul(each(navigation(), entry))));
}

Html draw_crumbs(const Visit& visit, const Screen& screen) {
    if (screen.crumbs.empty()) return {};
    return nav(css("container"), aria_label(visit.in.tr("You are here")),
               ol(css("breadcrumb"), li(css("breadcrumb-item"), a(href(Url("/")), visit.in.tr("Home"))),
                  each(screen.crumbs,
                       [](const Crumb& crumb) {
                           return li(css("breadcrumb-item"), a(href(crumb.url), bdi(crumb.label)));
                       }),
                  li(css("breadcrumb-item active"), aria_current("page"), bdi(screen.title))));
}

Html draw_theme_switch(const Wording& in) {
    return fieldset(css("theme-switch"), data_theme_switch(""), hidden(), legend(in.tr("Appearance")),
                    button(type("button"), value("auto"), in.tr("Automatic")),
                    button(type("button"), value("light"), in.tr("Light")),
                    button(type("button"), value("dark"), in.tr("Dark")));
}

Html draw_footer(const Visit& visit, const Screen& screen, std::string_view build) {
    const Wording& in = visit.in;
    return footer(
        css("site-footer"),
        div(css("container"),
            when(!screen.other_faces.empty(),
                 [&] {
                     return nav(css("site-faces"), aria_label(in.tr("This page in other forms")),
                                span(in.tr("This page in other forms")),
                                ul(css("download-links"), each(screen.other_faces, [](const auto& face) {
                                       return li(a(href(face.second), face.first));
                                   })));
                 }),
            div(p(
                in.tr("The framework is voluntary and politically, not legally, binding. Nothing here ranks "
                      "States; where a State has not reported, that is all it says."))),
            nav(aria_label(in.tr("About this platform")),
                ul(li(a(href(Url("/ledger")), in.tr("How to verify this record"))),
                   li(a(href(Url("/openapi.json")), in.tr("Programming interface"))),
                   li(a(href(Url("/about")), in.tr("About this platform"))), li(small(build)))),
            draw_theme_switch(in)));
}

} // namespace

std::string site_address(const Visit& visit) {
    if (!visit.public_url.empty()) return std::string(visit.public_url);
    std::string_view host = visit.request.headers.get("host");
    return std::string(visit.request.secure ? "https://" : "http://") +
           std::string(host.empty() ? "localhost" : host);
}

Url sign_in_url(const Visit& visit) {
    const http::Request& request = visit.request;
    Url form("/sign-in");
    if (request.path == "/" || !is_read(visit)) return form;
    if (request.path == form.text()) return form.with("next", request.query.get("next").value_or(""));
    return form.with("next", here_with(visit, "lang", "").text());
}

Url here_with(const Visit& visit, std::string_view parameter, std::string_view parameter_value) {
    auto url = Url::same_site(percent_encode(visit.request.path, true));
    Url made = url.value_or(Url("/"));
    bool placed = false;
    for (const auto& [known, each_value] : visit.request.query.all()) {
        if (known == parameter) {
            if (!placed) made = std::move(made).with(parameter, parameter_value);
            placed = true;
        } else if (known != "lang") {
            made = std::move(made).with(known, each_value);
        }
    }
    return placed ? made : std::move(made).with(parameter, parameter_value);
}

std::string draw_page(const FrameSettings& settings, const Visit& visit, const Screen& screen,
                      std::string_view build) {
    const Wording& in = visit.in;
    std::string out;
    out.reserve(screen.body.text().size() + 6144);
    out += "<!doctype html>";
    bool exercise = settings.is_exercise || screen.is_exercise;
    html_(lang(in.code()), dir(is_right_to_left(in.language()) ? "rtl" : "ltr"),
          draw_head(settings, visit, screen),
          body(data_island("live theme"),
               a(css("skip-link"), href(Url::here("content")), in.tr("Skip to content")),
               when(exercise,
                    [&] {
                        return div(
                            css("banner-exercise"), role("note"),
                            strong(in.tr("Exercise. The States, people and texts here are invented.")));
                    }),
               draw_header(settings, visit, screen), draw_crumbs(visit, screen),
               main_(id("content"), css("container"), tabindex("-1"), screen.body),
               // The answer to a form is no page that could be loaded again.
               when(visit.request.method != http::Method::post && !screen.is_live,
                    [&] {
                        return div(css("live-note"), role("status"),
                                   data_text(in.tr("The record has moved on. Reload to see it.")));
                    }),
               draw_footer(visit, screen, build)))
        .write(out);
    return out;
}

} // namespace poa::web
