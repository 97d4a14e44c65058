// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/pages_running.hpp"

#include "base/text.hpp"
#include "capabilities/charter/pages_charters_loading.hpp"
#include "capabilities/charter/pages_problems.hpp"
#include "capabilities/charter/presets.hpp"
#include "web/drawing.hpp"
#include "web/frame.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace poa::charter {
namespace {

using namespace web::drawing;

std::string decimal_mark(web::Language language) {
    using web::Language;
    const bool is_comma = language == Language::fr || language == Language::ru || language == Language::es;
    return is_comma ? "," : ".";
}

} // namespace

Result<ShownCharter> shown_charter(storage::Session& session, CurrentCharter& in_force,
                                   const std::string& id) {
    if (id == in_force_id) {
        auto kept = in_force.of(session);
        if (kept == nullptr) return refuse(Refusal::Kind::not_found, "charter.none_in_force");
        const Charter* charter = &kept->charter;
        return ShownCharter{id, charter, std::move(kept)};
    }
    if (const Charter* charter = Presets::shipped().find(id)) return ShownCharter{id, charter, nullptr};
    return refuse(Refusal::because(Refusal::Kind::not_found, "charter.no_such_preset")
                      .with("id", id)
                      .with("known", join(Presets::shipped().ids(), ", ")));
}

Result<FoundCharter> find_charter(const Running& at, const std::string& id) {
    auto shown = shown_charter(at.session, at.in_force, id);
    if (!shown) return refuse(shown.error());
    const CharterHead& head = shown->charter->head();
    const std::int64_t version = shown->kept == nullptr ? 0 : shown->kept->version;
    return FoundCharter{std::move(*shown), std::string(head.title_in(at.visit.in.code())),
                        language_of_title(head, at.visit), version};
}

std::vector<std::string> reporting_order(const members::Register& states, Day today) {
    std::vector<std::string> made;
    for (const members::State* state : states.states_on(today, members::Language::en))
        if (state->status == members::Status::member) made.emplace_back(state->iso3.text());
    std::ranges::sort(made);
    return made;
}

std::string state_name(const Running& at, std::string_view iso3) {
    return std::string(at.states.display_name(iso3, members::language_or_english(at.visit.in.code())));
}

std::string said(const Reason& reason, const Visit& visit) {
    return say_problem(reason, visit.in);
}

std::string choice_words(const ClauseSpec& clause, std::string_view value, const Visit& visit) {
    const auto choice = std::ranges::find(clause.limits.choices, value, &Choice::value);
    return std::string(choice == clause.limits.choices.end() ? value : visit.in.tr(choice->label));
}

Url clause_url(std::string_view charter, const ClauseSpec& clause) {
    std::string anchor = "c-" + clause.number;
    std::ranges::replace(anchor, '.', '-');
    return Url::of("charters", charter).at(anchor);
}

Url local_url(std::string_view address) {
    return Url::same_site(address).value_or(Url("/"));
}

std::string decimal(double number, int digits, const Visit& visit) {
    if (digits == 0) return rounded(number, visit);
    const std::string plain = fmt::format("{:.{}f}", std::abs(number), digits);
    const std::size_t point = std::min(plain.find('.'), plain.size());
    std::string made = visit.in.number(std::stoll(plain.substr(0, point)));
    if (point < plain.size()) made += decimal_mark(visit.in.language()) + plain.substr(point + 1);
    const bool is_negative = number < 0 && plain.find_first_not_of("0.") != std::string::npos;
    return is_negative ? "\u2212" + made : made;
}

std::string rounded(double number, const Visit& visit) {
    return visit.in.number(std::llround(number));
}

Screen begin_running_screen(std::string title, std::string_view description, std::string_view charter,
                            std::string_view charter_title, const Visit& visit) {
    Screen screen;
    screen.title = std::move(title);
    screen.section = "charters";
    screen.crumbs.push_back({std::string(visit.in.tr("Charters")), Url("/charters")});
    if (!charter.empty()) screen.crumbs.push_back({std::string(charter_title), Url::of("charters", charter)});
    screen.description = description;
    screen.other_faces = {{"JSON", web::here_with(visit, "format", "json")},
                          {"CSV", web::here_with(visit, "format", "csv")}};
    return screen;
}

Html running_links(std::string_view charter, std::string_view here, const Visit& visit) {
    const auto& in = visit.in;
    struct Page {
        std::string_view last, words;
    };
    const std::array<Page, 3> pages{{{"calendar", in.tr("Calendar")},
                                     {"try", in.tr("Change a clause and see")},
                                     {"simulation", in.tr("Simulation")}}};
    Html items = li(a(href(Url::of("charters", charter)), in.tr("All clauses")));
    for (const Page& page : pages)
        if (page.last != here) items += li(a(href(Url::of("charters", charter, page.last)), page.words));
    if (here != "burden") items += li(a(href(Url("/charters/burden")), in.tr("Burden of all charters")));
    return nav(css("parts"), aria_label(in.tr("More on this charter")), ul(css("download-links"), items));
}

} // namespace poa::charter
