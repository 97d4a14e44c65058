// SPDX-License-Identifier: Apache-2.0
// The way of a proposal as a table that a lawyer can read, and what the charter asks before it is tabled.
#include "capabilities/decisions/proposal.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace poa::decisions {
namespace {

namespace clause = charter::clause;

const charter::Charter& agreed() {
    return charter::Presets::shipped().agreed();
}
Day day(const char* iso) {
    return Day::parse(iso).value();
}
std::string codes(const Refusal& refusal) {
    std::string found;
    for (const Reason& reason : refusal.reasons) found += reason.code + "@" + reason.clause + " ";
    return found;
}

// One letter a stage: d draft, t tabled, u under discussion, b before the body, m in mediation, a adopted,
// x not adopted, w withdrawn, l lapsed; '.' is refused.
TEST(Stages, EveryVerbInEveryStage) {
    const std::string stages = "dtubmaxwl";
    const std::map<Verb, std::string> table = {
        //                   dtubmaxwl
        {Verb::table, "t........"},    {Verb::discuss, ".u......."}, {Verb::put, ".bb...b.."},
        {Verb::adopt, "...a....."},    {Verb::block, "...x....."},   {Verb::take_back, "...u....."},
        {Verb::reopen, "......u.."},   {Verb::defer, "..m...m.."},   {Verb::resume, "....u...."},
        {Verb::withdraw, "www.w.w.."}, {Verb::lapse, ".ll...l.."},
    };
    for (const auto& [verb, row] : table)
        for (std::size_t i = 0; i < stages.size(); ++i) {
            const auto to = next(static_cast<Stage>(i), verb);
            const char shown = to ? stages[static_cast<std::size_t>(*to)] : '.';
            EXPECT_EQ(shown, row[i]) << name_of(verb) << " in " << name_of(static_cast<Stage>(i));
            if (!to) {
                EXPECT_EQ(to.error().reasons.front().code, "decisions.not_in_this_stage");
            }
        }
    EXPECT_EQ(table.size(), 11u);
    EXPECT_EQ(all_stages().size(), stages.size());
}

// Nothing but an open question leads to adoption, and what is over stays over.
TEST(Stages, OnlyAnOpenQuestionAdopts) {
    for (const Transition& row : transitions())
        if (row.to == Stage::adopted) {
            EXPECT_EQ(row.from, Stage::before_the_body);
        }
    const std::set<Stage> over = {Stage::adopted, Stage::withdrawn, Stage::lapsed};
    for (const Transition& row : transitions()) EXPECT_FALSE(over.contains(row.from)) << name_of(row.from);
}

TEST(Stages, NamesReadBack) {
    for (Stage stage : all_stages()) EXPECT_EQ(parse_stage(name_of(stage)), stage);
    for (Matter matter : all_matters()) EXPECT_EQ(parse_matter(name_of(matter)), matter);
    EXPECT_FALSE(parse_stage("over"));
    EXPECT_FALSE(parse_matter("money"));
}

TEST(Bodies, AreKnownByName) {
    for (const char* body : {"plenary", "review_conference", "founding_conference", "group:capacity"})
        EXPECT_TRUE(is_body(body)) << body;
    for (const char* body : {"", "group:", "group:A", "group:a b", "secretariat", "plenary "})
        EXPECT_FALSE(is_body(body)) << body;
    EXPECT_EQ(meeting_kind_of("plenary"), "plenary");
    EXPECT_EQ(meeting_kind_of("review_conference"), "review");
    EXPECT_EQ(meeting_kind_of("group:capacity"), "group");
}

// CON-04, DEC-02: which clause decides a matter is the charter's, not the sender's.
TEST(Matters, AreDecidedByTheCharter) {
    struct Case {
        Matter matter;
        const char* clause;
        charter::RuleForm form;
    };
    const Case cases[] = {
        {Matter::substantive, "8.1", charter::RuleForm::consensus},
        {Matter::procedural, "8.2", charter::RuleForm::consensus_then_vote},
        {Matter::creation_of_groups, "8.3", charter::RuleForm::consensus},
        {Matter::framework, "8.4", charter::RuleForm::consensus},
        {Matter::elections, "8.5", charter::RuleForm::consensus_then_vote},
        {Matter::charter, "8.6", charter::RuleForm::consensus},
        {Matter::founding, "8.1", charter::RuleForm::consensus},
    };
    for (const Case& one : cases) {
        const RuleApplied applied = rule_for(agreed(), one.matter);
        EXPECT_EQ(applied.clause, one.clause) << name_of(one.matter);
        EXPECT_EQ(applied.rule.form, one.form) << name_of(one.matter);
        EXPECT_EQ(parse_rule_applied(text_of(applied)), applied);
    }
    // DEC-09: one objection excludes in one charter, DEC-08: a vote decides in another.
    const auto* egypt = charter::Presets::shipped().find("egypt");
    EXPECT_EQ(rule_for(*egypt, Matter::accreditation).rule.form, charter::RuleForm::non_objection);
    EXPECT_GT(rule_for(*egypt, Matter::accreditation).rule.hours, 0);
    const auto* germany = charter::Presets::shipped().find("germany");
    EXPECT_TRUE(rule_for(*germany, Matter::accreditation).rule.has_vote());
    for (const char* text : {"", "{}", "[]", R"({"form":9})"}) EXPECT_FALSE(parse_rule_applied(text)) << text;
}

Proposal tabled_for(const char* body, const char* meeting, Matter matter = Matter::substantive) {
    Proposal proposal;
    proposal.body = body;
    proposal.matter = matter;
    proposal.meeting = day(meeting);
    return proposal;
}

// MTG-04: what the plenary is to adopt is tabled in time.
TEST(Tabling, EndsWithTheDeadlineForDocuments) {
    const Day meeting = day("2027-07-19");
    const Day deadline = tabling_deadline(agreed(), meeting);
    EXPECT_EQ(meeting.days - deadline.days, 7 * agreed()[clause::languages::documents_weeks]);
    const Day late{deadline.days + 1};
    const auto problems = [&](Matter matter, Day today) {
        return codes(problems_of_tabling(agreed(), tabled_for("plenary", "2027-07-19", matter),
                                         "member_states", {}, today));
    };
    EXPECT_EQ(problems(Matter::substantive, deadline), "");
    EXPECT_EQ(problems(Matter::substantive, late), "decisions.tabled_late@16.4 ");
    EXPECT_EQ(problems(Matter::procedural, late), "");
    EXPECT_EQ(problems(Matter::elections, late), "");
    Proposal of_group = tabled_for("plenary", "2027-07-19");
    of_group.proposer = "group:capacity";
    EXPECT_EQ(codes(problems_of_tabling(agreed(), of_group, "member_states", {}, late)), "");
}

// DEC-16, REG-05: a regional organisation's proposal needs a State as sponsor where the charter says so.
// DEC-10, STK-38: who is no State does not propose.
TEST(Tabling, IsForWhoMayPropose) {
    const Proposal proposal = tabled_for("plenary", "2027-07-19");
    const Sponsor sponsors[] = {{"FRA", {}}};
    const Day today = day("2026-12-01");
    auto problems = [&](const charter::Charter& charter, std::string_view who, std::span<const Sponsor> by) {
        return codes(problems_of_tabling(charter, proposal, who, by, today));
    };
    EXPECT_EQ(problems(agreed(), "member_states", {}), "");
    EXPECT_EQ(problems(agreed(), "regional_organisations", {}),
              "decisions.no_right_to_propose@3.1 decisions.sponsor_needed@3.3 ");
    EXPECT_EQ(problems(agreed(), "regional_organisations", sponsors), "");
    for (const char* who : {"observer_states", "accredited", "consultative_status", "united_nations_bodies"})
        EXPECT_EQ(problems(agreed(), who, {}), "decisions.no_right_to_propose@3.1 ") << who;
    const auto without = agreed().with(clause::participants::regional_needs_sponsor.index, false, "test");
    EXPECT_EQ(problems(without, "regional_organisations", sponsors), "decisions.no_right_to_propose@3.1 ");
}

TEST(Meetings, AreThoseOfTheCalendar) {
    const auto plenary = next_meeting(agreed(), "plenary", day("2026-11-21"));
    ASSERT_TRUE(plenary);
    EXPECT_EQ(plenary->year(), 2027);
    EXPECT_TRUE(next_meeting(agreed(), "group:capacity", day("2026-11-21")));
    EXPECT_FALSE(next_meeting(agreed(), "group:none-such", day("2026-11-21")));
}

} // namespace
} // namespace poa::decisions
