// SPDX-License-Identifier: Apache-2.0
#include "app/simulated_proposals.hpp"

#include "capabilities/decisions/agreed.hpp"
#include "capabilities/decisions/proposal.hpp"

#include <algorithm>

namespace poa::app {
namespace {

namespace clause = charter::clause;
using decisions::Matter;

constexpr std::int32_t days_before_first = 365; ///< proposals for a first session were made since

/// Those of one matter for one session, drawn as where rules alone are applied.
class Drawing {
  public:
    Drawing(const charter::Ground& ground, charter::Random& proposals, charter::Random& authors,
            std::vector<Simulated>& made)
        : ground_(ground), proposals_(proposals), authors_(authors), made_(made) {}

    void propose(Matter matter, double mean, const Sitting& session, std::int32_t since) {
        charter::Random drawn = proposals_.branch();
        const std::int64_t number = drawn.arrivals(mean);
        for (std::int64_t i = 0; i < number; ++i) {
            const auto ago = static_cast<std::int32_t>(drawn.below(std::max(1, since)));
            const Day day{session.day.days - (matter == Matter::procedural ? 0 : ago)};
            // Before its first day the mechanism accepts no act.
            const Day first = std::max(day, ground_.days().front().day);
            const auto author = static_cast<std::size_t>(authors_.below(ground_.members()));
            made_.push_back({matter, first, first, author, drawn.branch()});
        }
    }

  private:
    const charter::Ground& ground_;
    charter::Random &proposals_, &authors_;
    std::vector<Simulated>& made_;
};

void add_group(const Simulated& one, const Drafting& at, InputValues& fields) {
    const charter::Charter& charter = at.in_force.charter;
    const auto& may_study = charter[clause::groups::may_study];
    // It begins once it is surely decided, silence included.
    const auto silent = static_cast<std::int32_t>(charter[clause::decisions::creation_of_groups].hours / 24);
    const Day first{one.session.day.days + silent + 2};
    fields.set("id", "simulated-group-" + std::to_string(at.number));
    fields.set("title", "Simulated group");
    fields.set("topic", "A simulated topic");
    fields.set("studies", may_study.empty() ? "existing_framework" : may_study.front());
    fields.set("mandate", "A simulated mandate.");
    fields.set("objective", "A simulated objective.");
    fields.set("outcome", "A simulated outcome.");
    fields.set("first", first.iso());
    if (const std::int64_t* years = charter.find(clause::groups::sunset_years))
        fields.set("last", Day{decisions::months_after(first, *years * 12).days - 1}.iso());
}

/// A clause on which nothing that is played here depends: hours for correcting a vote.
void add_amendment(const Drafting& at, InputValues& fields) {
    const std::int64_t now = at.in_force.charter[clause::decisions::correction_hours];
    fields.set("base_version", std::to_string(at.in_force.version));
    fields.set("clauses", "decisions.correction_hours = " + std::to_string(now > 0 ? now - 1 : 1));
}

/// By turns among the regional groups where the charter asks for it.
void add_chair(const Simulated& one, const Drafting& at, InputValues& fields) {
    std::size_t place = one.author;
    if (at.in_force.charter[clause::chair::rotates] && !at.last_region.empty())
        for (std::size_t tried = 0; tried < at.codes.size(); ++tried) {
            place = (one.author + tried) % at.codes.size();
            if (region_of(at.states, at.codes[place], one.session.day) != at.last_region) break;
        }
    fields.set("office", "chair");
    fields.set("state", at.codes[place]);
    fields.set("name", "Simulated Chair");
    fields.set("first", one.session.day.iso());
}

std::string effect_of(Matter matter) {
    switch (matter) {
    case Matter::procedural:
        return "procedure.decide";
    case Matter::creation_of_groups:
        return "group.create";
    case Matter::framework:
        return "acquis.add_item";
    case Matter::charter:
        return "charter.amend";
    case Matter::elections:
        return "office.elect";
    default:
        return "statement.express";
    }
}

} // namespace

std::vector<Sitting> sessions_of(const charter::Ground& ground) {
    std::vector<Sitting> made;
    for (const charter::SimulatedDay& day : ground.days())
        for (const charter::SimulatedEvent& one : day.beginning)
            if (one.event->kind == charter::EventKind::plenary ||
                one.event->kind == charter::EventKind::review_conference)
                made.push_back({day.day, one.event->kind == charter::EventKind::review_conference});
    return made;
}

bool is_taken(const charter::Charter& charter, Matter matter, bool at_review) {
    const auto& forums = charter[clause::framework::updated_by];
    switch (matter) {
    case Matter::framework:
        return std::ranges::find(forums, at_review ? "review_conference" : "plenary") != forums.end();
    case Matter::charter:
        return at_review || !charter[clause::review::charter_changes_only_here];
    case Matter::creation_of_groups:
        return charter[clause::groups::created_by] == "plenary"             ? !at_review
               : charter[clause::groups::created_by] == "review_conference" ? at_review
                                                                            : true;
    default:
        return true;
    }
}

std::vector<Simulated> proposals_of(const charter::Ground& ground, const std::vector<Sitting>& sessions,
                                    charter::Random& proposals, charter::Random& authors) {
    const charter::Conduct& conduct = ground.conduct();
    std::vector<Simulated> made;
    Drawing drawing(ground, proposals, authors, made);
    for (std::size_t i = 0; i < sessions.size(); ++i) {
        const Sitting& session = sessions[i];
        const std::int32_t since = i == 0 ? days_before_first : session.day.days - sessions[i - 1].day.days;
        const double years = since / 365.25;
        drawing.propose(Matter::substantive, conduct.proposals_per_year * years, session, since);
        drawing.propose(Matter::procedural, conduct.procedural_per_session, session, since);
        drawing.propose(Matter::creation_of_groups, conduct.group_proposals_per_year * years, session, since);
        drawing.propose(Matter::framework, conduct.framework_proposals_per_year * years, session, since);
        drawing.propose(Matter::charter, conduct.charter_proposals_per_year * years, session, since);
    }
    std::ranges::stable_sort(made, {}, &Simulated::made);
    return made;
}

decisions::DraftProposal draft_of(const Simulated& one, const Drafting& at) {
    const std::string number = std::to_string(at.number);
    decisions::DraftProposal request;
    request.title = "Simulated proposal " + number;
    request.body = one.session.body();
    request.effect = effect_of(one.matter);
    request.language = "en";
    request.text = "Simulated text " + number + ".";
    if (one.matter == Matter::creation_of_groups) add_group(one, at, request.effect_fields);
    if (one.matter == Matter::charter) add_amendment(at, request.effect_fields);
    if (one.matter == Matter::elections) add_chair(one, at, request.effect_fields);
    if (one.matter == Matter::framework) {
        request.effect_fields.set("item", "simulated-item-" + number);
        request.effect_fields.set("kind", "confidence_building");
    }
    return request;
}

std::string region_of(const members::Register& states, const std::string& code, Day day) {
    const members::State* state = states.by_iso3(code);
    const members::Membership* group = state == nullptr ? nullptr : state->electoral_group(day);
    return group == nullptr ? std::string() : group->group;
}

} // namespace poa::app
