// SPDX-License-Identifier: Apache-2.0
// What rooms above the framework hold of one of its items, as far as the visitor may see it.
#include "app/held.hpp"
#include "base/text.hpp"
#include "capabilities/identity/faces.hpp"
#include "capabilities/national_reports/national_reports.hpp"

namespace poa::app {
namespace {

constexpr int needs_shown = 20;

/// Needs that States name for it, and where all of them are.
void add_needs(storage::Session& session, const web::Visit& visit, const members::Register& states,
               std::string_view item, std::vector<acquis::HeldOfItem>& held) {
    const std::string section(visit.in.tr(N_("What States need for it")));
    const auto language = members::language_or_english(visit.in.code());
    national_reports::NeedFilter filter;
    filter.item = item;
    const auto& reader = identity::actor_of(visit).reader();
    const auto needs = national_reports::needs_for(session, reader, filter, {}, needs_shown);
    for (const auto& need : needs) {
        const std::string words = national_reports::words_of(session, need, visit.in.code());
        held.push_back({section, std::string(states.display_name(need.state, language)) + ": " + words,
                        "/needs/" + std::to_string(need.id.number)});
    }
    if (!needs.empty())
        held.push_back({section, std::string(visit.in.tr(N_("All needs for it"))),
                        "/needs?item=" + percent_encode(std::string(item))});
}

} // namespace

acquis::HeldOf held_of_items(const members::CurrentRegister& states) {
    return [&states](storage::Session& session, const web::Visit& visit, std::string_view item) {
        std::vector<acquis::HeldOfItem> held = held_of_item(session, visit, item);
        add_needs(session, visit, *states.now(), item, held);
        return held;
    };
}

} // namespace poa::app
