// SPDX-License-Identifier: Apache-2.0
#include "capabilities/commitments/pages_loading.hpp"

#include "capabilities/commitments/permissions.hpp"

namespace poa::commitments {
namespace {

constexpr int commitments_shown = 50;

/// The State in whose name the visitor may do that; nothing: none.
std::optional<std::string> state_for(const identity::Actor& actor, std::string_view command) {
    for (const identity::Standing& standing : actor.standings())
        if (standing.body.kind() == identity::Body::Kind::state &&
            permissions().check(command, actor, standing.body))
            return std::string(standing.body.code());
    return std::nullopt;
}

bool may_for(const identity::Actor& actor, std::string_view command, const std::string& state) {
    return permissions().check(command, actor, identity::Body::state(state)).has_value();
}

Refusal problems_of(const Reading& reading, const CommitmentsQuery& query) {
    Refusal problems{Refusal::Kind::bad_input, {}};
    const auto framework = reading.framework.of(reading.session);
    if (!query.item.empty() && framework->item(query.item) == nullptr)
        problems.add_field("item", "commitments.no_such_item", {{"value", query.item}});
    if (!query.state.empty() && reading.states.by_iso3(query.state) == nullptr)
        problems.add_field("state", "commitments.no_such_state", {{"value", query.state}});
    return problems;
}

} // namespace

const Input<CommitmentsQuery>& input_of(Of<CommitmentsQuery>) {
    using Q = CommitmentsQuery;
    static const auto input =
        Input<Q>("commitments.list")
            .line("item", &Q::item,
                  {.label = N_("Part of the framework"), .required = false, .characters_max = 64})
            .line("state", &Q::state, {.label = N_("State"), .required = false, .characters_max = 3})
            .choice("stage", &Q::stage,
                    {.label = N_("Status"),
                     .required = false,
                     .choices = {{"planned", N_("Planned")},
                                 {"under_way", N_("Under way")},
                                 {"done", N_("Done")},
                                 {"changed", N_("Changed")},
                                 {"withdrawn", N_("Withdrawn")}}})
            .number("before", &Q::before,
                    {.label = N_("Entered before number"), .required = false, .least = 0});
    return input;
}

std::string item_title(const Reading& reading, std::string_view item) {
    if (item.empty()) return {};
    const auto framework = reading.framework.of(reading.session);
    const acquis::FrameworkItem* found = framework->item(item);
    if (found == nullptr) return std::string(item);
    return std::string(found->item().titles.in(reading.visit.in.code()).text);
}

CommitmentRow row_of(const Reading& reading, const Commitment& of) {
    CommitmentRow row;
    row.commitment = of.id.number;
    row.state = of.state;
    row.name = reading.states.display_name(of.state, members::language_or_english(reading.visit.in.code()));
    row.title = of.title;
    row.words = of.words;
    row.language = of.language;
    row.item = of.item;
    row.item_title = item_title(reading, of.item);
    row.goal = of.goal;
    if (!of.goal.empty())
        if (const auto goal = goal_now(reading.session, of.goal)) row.goal_title = goal->title;
    row.need = of.need;
    row.shown_by = of.shown_by;
    row.due = of.due;
    row.stage = name_of(of.stage);
    row.revision = of.revision;
    row.published = Day::of(of.published_at);
    row.address = "/commitments/" + std::to_string(row.commitment);
    return row;
}

Result<CommitmentsPage> load_commitments(const Reading& reading, const CommitmentsQuery& query) {
    if (Refusal problems = problems_of(reading, query); !problems.reasons.empty())
        return refuse(std::move(problems));
    CommitmentsPage page{query.item, query.state, query.stage, 0, {}, false, {}};
    page.may_publish = state_for(reading.actor, "commitments.publish_commitment").has_value();
    const auto framework = reading.framework.of(reading.session);
    for (const acquis::FrameworkItem& item : framework->items()) {
        const std::string& key = item.item().key;
        page.items.push_back({key, item_title(reading, key)});
    }
    const CommitmentFilter filter{query.item, query.state, "", parse_stage(query.stage), 0};
    for (const Commitment& found :
         commitments_for(reading.session, filter, Id<Commitment>{query.before}, commitments_shown + 1)) {
        if (page.rows.size() == commitments_shown) {
            page.next = page.rows.back().commitment;
            break;
        }
        page.rows.push_back(row_of(reading, found));
    }
    return page;
}

Result<CommitmentPage> load_commitment(const Reading& reading, Id<Commitment> id) {
    const auto found = store::commitment(reading.session, id);
    if (!found) return refuse(Refusal::Kind::not_found, "commitments.no_such_commitment");
    CommitmentPage page;
    page.commitment = row_of(reading, *found);
    const bool stands = found->stage != Stage::withdrawn;
    page.may_report = stands && may_for(reading.actor, "commitments.report_commitment", found->state);
    page.may_reaffirm = stands && may_for(reading.actor, "commitments.reaffirm_commitment", found->state);
    const auto steps = store::steps(reading.session, id);
    for (auto step = steps.rbegin(); step != steps.rend(); ++step)
        page.rows.push_back({step->number, std::string(name_of(step->kind)),
                             std::string(name_of(step->stage)), step->words, step->evidence,
                             Day::of(step->at)});
    return page;
}

Result<NewCommitmentPage> load_new_commitment(const Reading& reading, std::string_view item,
                                              std::int64_t need) {
    const auto state = state_for(reading.actor, "commitments.publish_commitment");
    if (!state) {
        auto permit = permissions().check("commitments.publish_commitment", reading.actor);
        require(!permit.has_value(), "a role held for a State alone");
        return refuse(permit.error());
    }
    const auto language = members::language_or_english(reading.visit.in.code());
    return NewCommitmentPage{*state, std::string(reading.states.display_name(*state, language)),
                             std::string(item), need};
}

} // namespace poa::commitments
