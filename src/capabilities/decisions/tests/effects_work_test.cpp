// SPDX-License-Identifier: Apache-2.0
// Effects on recommendations, groups, programmes, offices, organisations and outcomes, as tables.
#include "capabilities/decisions/mechanism.hpp"
#include "capabilities/decisions/tests/effects_house.hpp"

namespace poa::decisions {
namespace {

using namespace testing_effects;
namespace clause = charter::clause;
using charter::None;
using poa::test::Engine;

class WorkEffects : public testing::TestWithParam<Engine> {};
INSTANTIATE_TEST_SUITE_P(Both, WorkEffects, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

struct Row {
    const char* what;
    Put put;
    const char* said;
};
void expect_rows(House& house, const std::vector<Row>& rows) {
    for (const Row& row : rows) EXPECT_EQ(house.check(row.put), row.said) << row.what;
}

Put recommend(std::string key, std::string form = "practical") {
    return {"recommendation.adopt", {{"key", std::move(key)}, {"form", std::move(form)}}};
}
Put revise(std::string key, std::string part, std::string text) {
    return {"recommendation.revise",
            {{"key", std::move(key)}, {"part", std::move(part)}},
            "plenary",
            std::move(text)};
}
Put confirm(std::string keys) {
    return {"recommendation.confirm", {{"keys", std::move(keys)}}};
}

// FW-39: measures are brought up to date, declaratory text is not negotiated again.
TEST_P(WorkEffects, FW_39_DeclaratoryTextIsLocked) {
    House house(GetParam(), charter::Presets::shipped().agreed());
    ASSERT_EQ(house.adopt(recommend("words", "declaratory")), "done");
    ASSERT_EQ(house.adopt(recommend("deeds")), "done");
    expect_rows(house,
                {{"its text", revise("words", "text", "Other."), "decisions.declaratory_locked"},
                 {"its measures", revise("words", "measures", "Do it."), "would change"},
                 {"a practical text", revise("deeds", "text", "Other."), "would change"},
                 {"the same", revise("deeds", "text", "States agree on this."), "decisions.nothing_changes"},
                 {"none", revise("nothing", "text", "Other."), "decisions.no_such_agreed"}});
    ASSERT_EQ(house.adopt(revise("words", "measures", "Do it.")), "done");
    EXPECT_EQ(house.now(AgreedKind::recommendation, "words")->text, "States agree on this.");
    EXPECT_EQ(house.now(AgreedKind::recommendation, "words")->at("measures"), "Do it.");
}

// MTG-04: from a group, or tabled in time.
TEST_P(WorkEffects, MTG_04_ARecommendationComesFromAGroupOrInTime) {
    House house(GetParam(), charter::Presets::shipped().agreed());
    Put late = recommend("late");
    late.meeting = day("2027-01-25");
    EXPECT_EQ(house.check(late), "decisions.neither_group_nor_in_time 16.4");
    Put of_group = late;
    of_group.proposer = "group:capacity";
    EXPECT_EQ(house.check(of_group), "would change");
    Put in_time = recommend("in-time");
    in_time.meeting = day("2027-07-19");
    EXPECT_EQ(house.check(in_time), "would change");
}

// MTG-29: what nobody confirms lapses; that is computed, so the register keeps what was agreed.
TEST_P(WorkEffects, MTG_29_ARecommendationLapsesUnlessItIsConfirmed) {
    House house(GetParam(),
                agreed_with({{clause::decisions::confirmed_every_months.index, std::int64_t{12}}}));
    ASSERT_EQ(house.adopt(recommend("first")), "done");
    ASSERT_EQ(house.adopt(recommend("second")), "done");
    house.clock.set(noon("2028-01-11"));
    ASSERT_EQ(house.adopt(confirm("first")), "done") << "on the last day";
    house.clock.set(noon("2028-01-12"));
    EXPECT_EQ(house.check(confirm("first\nsecond")), "decisions.recommendation_lapsed 8.11");
    house.database->read([](storage::Session& session) {
        const auto rows = agreed_on(session, AgreedKind::recommendation, day("2028-01-12"));
        ASSERT_EQ(rows.size(), 2u);
        EXPECT_FALSE(rows[0].lapsed);
        EXPECT_EQ(rows[0].holds_until, day("2029-01-11"));
        EXPECT_TRUE(rows[1].lapsed);
        EXPECT_FALSE(agreed_on(session, AgreedKind::recommendation, day("2028-01-11"))[1].lapsed);
    });
    EXPECT_EQ(house.check(recommend("first")), "decisions.agreed_already");
    EXPECT_EQ(house.adopt(recommend("second")), "done") << "one that lapsed is adopted again";
    ASSERT_EQ(house.adopt({"recommendation.retire", {{"key", "first"}, {"reason", "Done."}}}), "done");
    EXPECT_FALSE(house.now(AgreedKind::recommendation, "first").has_value());
}

Put group(std::string id, std::string first, std::string last, std::string studies = "new_norms") {
    return {"group.create",
            {{"id", std::move(id)},
             {"title", "Sample group"},
             {"topic", "norms"},
             {"studies", std::move(studies)},
             {"mandate", "To look."},
             {"objective", "To see."},
             {"outcome", "A list."},
             {"first", std::move(first)},
             {"last", std::move(last)}}};
}
Put move_end(std::string effect, std::string id, std::string last) {
    return {std::move(effect), {{"id", std::move(id)}, {"last", std::move(last)}}};
}

TEST_P(WorkEffects, GroupsAreCreatedExtendedAndEndedAsTheCharterHasIt) {
    House house(GetParam(), charter::Presets::shipped().agreed());
    expect_rows(
        house,
        {{"five years", group("norms", "2027-03-01", "2032-02-29"), "would change"},
         {"too long", group("norms", "2027-03-01", "2032-03-01"), "decisions.sunset_too_late 6.13"},
         {"without an end", group("norms", "2027-03-01", ""), "decisions.sunset_needed 6.13"},
         {"backwards", group("norms", "2027-03-01", "2027-02-01"), "decisions.days_backwards"},
         {"in the past", group("norms", "2026-03-01", "2027-02-01"), "decisions.day_passed"},
         {"one of the charter", group("capacity", "2027-03-01", "2028-02-01"), "decisions.agreed_already"},
         {"not its matter", group("law", "2027-03-01", "2028-02-01", "binding_obligations"),
          "decisions.group_may_not_study 6.9"}});
    ASSERT_EQ(house.adopt(group("norms", "2027-03-01", "2028-02-29")), "done");
    EXPECT_EQ(house.now(AgreedKind::group, "norms")->at("outcome"), "A list.");
    expect_rows(
        house,
        {{"longer", move_end("group.extend", "norms", "2030-02-28"), "would change"},
         {"not longer", move_end("group.extend", "norms", "2028-02-29"), "decisions.no_longer_end"},
         {"too long", move_end("group.extend", "norms", "2040-01-01"), "decisions.sunset_too_late 6.13"},
         {"unknown", move_end("group.extend", "none", "2040-01-01"), "decisions.no_such_agreed"},
         {"ended", move_end("group.end", "norms", "2027-06-30"), "would change"},
         {"not earlier", move_end("group.end", "norms", "2028-02-29"), "decisions.no_earlier_end"},
         {"one of the charter ends", move_end("group.end", "capacity", "2027-06-30"), "would change"}});
    ASSERT_EQ(house.adopt(move_end("group.end", "capacity", "2027-06-30")), "done");
    house.clock.set(noon("2027-07-01"));
    EXPECT_EQ(house.check(move_end("group.extend", "capacity", "2028-06-30")), "decisions.group_over");
    house.database->read([](storage::Session& session) {
        std::vector<std::string> meeting;
        for (const WorkingGroup& one : groups_on(session, day("2027-07-01")))
            if (one.meets_on(day("2027-07-01"))) meeting.push_back(one.id);
        EXPECT_EQ(meeting, (std::vector<std::string>{"integrated", "norms"}));
        EXPECT_EQ(groups_on(session, day("2027-01-10")).size(), 2u) << "before any decision";
    });
}

// FW-40: work has a precise objective and an outcome by which everybody sees whether it was reached.
TEST_P(WorkEffects, FW_40_NoGroupWithoutObjectiveAndMeasurableOutcome) {
    House house(GetParam(), charter::Presets::shipped().agreed());
    for (const std::string_view field : {"objective", "outcome"}) {
        Put put = group("norms", "2027-03-01", "2028-02-29");
        std::erase_if(put.fields, [&](const auto& one) { return one.first == field; });
        const auto read = house.effects.find(put.effect)->read(values_of(put.fields));
        ASSERT_FALSE(read) << field;
        EXPECT_EQ(read.error().reasons.front().field, field);
    }
    ASSERT_EQ(house.adopt(group("norms", "2027-03-01", "2028-02-29")), "done");
    const auto made = house.now(AgreedKind::group, "norms");
    EXPECT_EQ(made->at("objective"), "To see.");
    EXPECT_EQ(made->at("outcome"), "A list.");
}

// FW-14: the plenary chooses the priority of the coming year, and one decision makes the work on it.
TEST_P(WorkEffects, FW_14_ThePriorityOfAYearComesWithTheGroupThatWorksOnIt) {
    House house(GetParam(), charter::Presets::shipped().agreed());
    const auto choose = [](std::string year, std::string id) {
        Put put = group(std::move(id), "2027-03-01", "2028-02-29");
        put.effect = "priority.choose";
        put.fields.emplace_back("year", std::move(year));
        put.fields.emplace_back("priority", "critical_infrastructure");
        return put;
    };
    expect_rows(house, {{"the coming year", choose("2028", "wires"), "would change"},
                        {"a later one", choose("2030", "wires"), "decisions.priority_of_other_year"},
                        {"a group that is there", choose("2028", "capacity"), "decisions.agreed_already"}});
    ASSERT_EQ(house.adopt(choose("2028", "wires")), "done");
    const auto made = house.now(AgreedKind::group, "wires");
    EXPECT_EQ(made->at("priority"), "critical_infrastructure");
    EXPECT_EQ(made->at("priority_year"), "2028");
    EXPECT_EQ(made->at("objective"), "To see.");
    house.database->read([](storage::Session& session) {
        const auto groups = groups_on(session, day("2027-07-01"));
        EXPECT_EQ(std::ranges::count(groups, "wires", &WorkingGroup::id), 1) << "it meets as groups do";
    });
    EXPECT_EQ(house.check(choose("2028", "others")), "decisions.priority_chosen") << "one a year";
    EXPECT_EQ(house.check(choose("2027", "others")), "would change");
}

// FW-21: a group on one topic, with an outcome of its own, may consider a binding text where the charter lets
// groups study that; elsewhere it is refused by the clause.
TEST_P(WorkEffects, FW_21_AGroupOnOneTopicConsidersABindingTextWhereTheCharterLetsIt) {
    const Put core = group("law-core", "2027-03-01", "2028-02-29", "binding_obligations");
    House agreed(GetParam(), charter::Presets::shipped().agreed());
    EXPECT_EQ(agreed.check(core), "decisions.group_may_not_study 6.9");
    House house(GetParam(),
                agreed_with({{clause::groups::may_study.index,
                              std::vector<std::string>{"existing_framework", "binding_obligations"}}}));
    ASSERT_EQ(house.adopt(core), "done");
    const auto made = house.now(AgreedKind::group, "law-core");
    EXPECT_EQ(made->at("topic"), "norms");
    EXPECT_EQ(made->at("studies"), "binding_obligations");
    EXPECT_EQ(made->at("outcome"), "A list.");
}

TEST_P(WorkEffects, OnlySoManyGroupsAndByWhomTheyAreCreated) {
    House few(GetParam(), agreed_with({{clause::groups::at_once_max.index, std::int64_t{3}}}));
    ASSERT_EQ(few.adopt(group("third", "2027-03-01", "2028-02-28")), "done");
    EXPECT_EQ(few.check(group("fourth", "2027-06-01", "2028-06-01")), "decisions.too_many_groups 6.5");
    EXPECT_EQ(few.check(group("later", "2028-03-01", "2029-02-28")), "would change");
    House review(GetParam(),
                 agreed_with({{clause::groups::created_by.index, std::string("review_conference")},
                              {clause::groups::ended_by_plenary.index, false}}));
    EXPECT_EQ(review.check(group("norms", "2027-03-01", "2028-02-28")), "decisions.not_by_that_body 6.2");
    EXPECT_EQ(review.check(move_end("group.end", "capacity", "2027-06-30")),
              "decisions.not_by_that_body 6.3");
}

Put programme(std::string first, std::string last, std::string body = "plenary") {
    return {"programme_of_work.adopt", {{"first_year", first}, {"last_year", last}}, std::move(body)};
}

TEST_P(WorkEffects, ProgrammesAreasFundsAndLabels) {
    House house(GetParam(), charter::Presets::shipped().agreed());
    ASSERT_EQ(house.adopt(programme("2028", "2029")), "done");
    expect_rows(
        house,
        {{"three years", programme("2030", "2032"), "decisions.programme_years 10.1"},
         {"overlapping", programme("2029", "2030"), "decisions.programme_overlaps"},
         {"elsewhere", programme("2030", "2031", "review_conference"), "decisions.not_by_that_body 10.2"},
         {"areas", {"capacity_areas.endorse", {{"areas", "incident_response"}}}, "would change"},
         {"area out of scope",
          {"capacity_areas.endorse", {{"areas", "cybercrime"}}},
          "decisions.area_out_of_scope 13.2"},
         {"fund", {"fund.adopt_terms", {{"key", "fund"}}}, "would change"},
         {"labels", {"label.adopt", {{"key", "label"}}}, "decisions.charter_has_none 13.5"},
         {"a statement", {"statement.express", {}}, "would change"},
         {"procedure", {"procedure.decide", {}}, "would change"}});
    ASSERT_EQ(house.adopt({"statement.express", {}}), "done");
    EXPECT_EQ(house.whole_register().size(), 1u) << "a statement leaves nothing in the register";
    House without(GetParam(), agreed_with({{clause::capacity::fund.index, std::string("none")}}));
    EXPECT_EQ(without.check({"fund.adopt_terms", {{"key", "fund"}}}), "decisions.charter_has_none 13.3");
}

Put elect(std::string state, std::string first, std::string office = "chair", std::string group_key = "",
          std::string seat = "1") {
    return {"office.elect",
            {{"office", std::move(office)},
             {"group", std::move(group_key)},
             {"seat", std::move(seat)},
             {"state", std::move(state)},
             {"name", "A. Sample"},
             {"first", std::move(first)}}};
}

TEST_P(WorkEffects, OfficesHaveTermsAndTheChairRotates) {
    House house(GetParam(), charter::Presets::shipped().agreed());
    Put chair = elect("KEN", "2027-02-01");
    std::erase_if(chair.fields,
                  [](const auto& field) { return field.first == "seat" || field.first == "group"; });
    ASSERT_EQ(house.adopt(chair), "done") << "a Chair has no group and no seat";
    expect_rows(
        house,
        {{"the same region", elect("EGY", "2029-02-01"), "decisions.same_region 9.5"},
         {"another", elect("FRA", "2029-02-01"), "would change"},
         {"too early", elect("FRA", "2029-01-31"), "decisions.office_taken 9.2"},
         {"no such State", elect("QQQ", "2029-02-01"), "decisions.no_member_state"},
         {"an observer State", elect("VAT", "2029-02-01"), "decisions.no_member_state"},
         {"in the past", elect("FRA", "2026-02-01"), "decisions.day_passed; decisions.office_taken 9.2"},
         {"co-facilitator", elect("FRA", "2027-02-01", "co_facilitator", "capacity", "2"), "would change"},
         {"no such seat", elect("FRA", "2027-02-01", "co_facilitator", "capacity", "3"),
          "decisions.no_such_seat 6.11"},
         {"no such group", elect("FRA", "2027-02-01", "co_facilitator", "none"), "decisions.no_such_group"}});
    ASSERT_EQ(house.adopt(elect("FRA", "2029-02-01")), "done") << "elected two years ahead";
    house.database->read([](storage::Session& session) {
        ASSERT_EQ(offices_on(session, day("2029-01-31")).size(), 1u);
        EXPECT_EQ(offices_on(session, day("2029-01-31"))[0].at("state"), "KEN");
        EXPECT_EQ(offices_on(session, day("2029-02-01"))[0].at("state"), "FRA");
        EXPECT_TRUE(offices_on(session, day("2031-02-01")).empty());
    });
}

TEST_P(WorkEffects, OrganisationsAreAccreditedAndExcluded) {
    House house(GetParam(), charter::Presets::shipped().agreed());
    const Put accredit{"organisation.accredit", {{"organisation", "sample-institute"}, {"name", "Sample"}}};
    const Put exclude{"organisation.exclude", {{"organisation", "sample-institute"}}};
    EXPECT_EQ(house.check(exclude), "decisions.no_such_agreed");
    ASSERT_EQ(house.adopt(accredit), "done");
    EXPECT_EQ(house.check(accredit), "decisions.agreed_already");
    ASSERT_EQ(house.adopt(exclude), "done");
    EXPECT_EQ(house.adopt(accredit), "done") << "accredited again, as a further version";
    EXPECT_EQ(house.now(AgreedKind::accreditation, "sample-institute")->version, 3);
    House none(GetParam(), agreed_with({{clause::accreditation::model.index, std::string("none")}}));
    EXPECT_EQ(none.check(accredit), "decisions.charter_has_none 15.1");
}

// Accreditation holds as long as clause 15.9 says, and who had one proposes no more when it is over.
TEST_P(WorkEffects, AnAccreditationEndsWithItsSessionOrCycle) {
    const Put accredit{"organisation.accredit", {{"organisation", "sample-institute"}, {"name", "Sample"}}};
    const auto plenary = next_meeting(charter::Presets::shipped().agreed(), "plenary", day("2027-01-11"));
    for (const char* validity : {"session", "cycle", "permanent"}) {
        House house(GetParam(),
                    agreed_with({{clause::accreditation::validity.index, std::string(validity)}}));
        ASSERT_EQ(house.adopt(accredit), "done") << validity;
        const auto last = house.now(AgreedKind::accreditation, "sample-institute")->day_at("last");
        EXPECT_EQ(last.has_value(), std::string(validity) != "permanent") << validity;
        auto class_on = [&](Day on) {
            return house.database->read([&](storage::Session& session) {
                members::CurrentRegister states;
                states.refresh(session);
                return std::string(
                    class_of_proposer(session, *states.now(), "organisation:sample-institute", on));
            });
        };
        EXPECT_EQ(class_on(day("2027-01-10")), "none") << "not yet";
        EXPECT_EQ(class_on(day("2027-01-11")), "accredited");
        if (!last) continue;
        EXPECT_GE(*last, *plenary) << validity;
        EXPECT_EQ(class_on(*last), "accredited");
        EXPECT_EQ(class_on(Day{last->days + 1}), "none");
        EXPECT_EQ(house.check(accredit), "decisions.agreed_already");
        house.clock.set(Instant{(static_cast<std::int64_t>(last->days) + 1) * 86'400'000'000});
        EXPECT_EQ(house.adopt(accredit), "done") << "given again for the next " << validity;
    }
}

TEST_P(WorkEffects, TheChairsTermIsExtendedByAtMostWhatTheCharterGives) {
    const Put extend{"office.extend", {{"months", "4"}}};
    House none(GetParam(), charter::Presets::shipped().agreed());
    Put chair = elect("KEN", "2027-02-01");
    std::erase_if(chair.fields,
                  [](const auto& field) { return field.first == "seat" || field.first == "group"; });
    ASSERT_EQ(none.adopt(chair), "done");
    none.clock.set(noon("2028-01-10"));
    EXPECT_EQ(none.check(extend), "decisions.charter_has_none 9.3");
    House house(GetParam(), agreed_with({{clause::chair::extension_months.index, std::int64_t{6}}}));
    ASSERT_EQ(house.adopt(chair), "done");
    EXPECT_EQ(house.check(extend), "decisions.no_term_to_extend") << "the term has not begun";
    house.clock.set(noon("2028-01-10"));
    ASSERT_EQ(house.adopt(extend), "done");
    EXPECT_EQ(house.check(extend), "decisions.extension_too_long 9.3") << "four and four are more than six";
    house.database->read([](storage::Session& session) {
        ASSERT_EQ(offices_on(session, day("2028-06-01")).size(), 1u) << "one Chair, with one term";
        ASSERT_EQ(offices_on(session, day("2029-05-31")).size(), 1u);
        EXPECT_EQ(offices_on(session, day("2029-05-31"))[0].at("state"), "KEN");
        EXPECT_TRUE(offices_on(session, day("2029-06-01")).empty());
    });
    Put next = chair;
    for (auto& [name, value] : next.fields)
        if (name == "state")
            value = "FRA";
        else if (name == "first")
            value = "2029-05-31";
    EXPECT_EQ(house.check(next), "decisions.office_taken 9.2");
    for (auto& [name, value] : next.fields)
        if (name == "first") value = "2029-06-01";
    ASSERT_EQ(house.adopt(next), "done");
    EXPECT_EQ(house.check({"office.extend", {{"months", "1"}}}), "decisions.no_term_to_extend")
        << "the next Chair is elected";
}

TEST_P(WorkEffects, OutcomesAreAdoptedThenTransmitted) {
    House house(GetParam(), charter::Presets::shipped().agreed());
    const Put report{"outcome.adopt", {{"key", "report-2027"}, {"form", "report"}}};
    const Put transmit{"outcome.transmit", {{"outcome", "report-2027"}}};
    EXPECT_EQ(house.check(transmit), "decisions.no_such_agreed");
    ASSERT_EQ(house.adopt(report), "done");
    EXPECT_EQ(house.check(report), "decisions.agreed_already");
    ASSERT_EQ(house.adopt(transmit), "done");
    EXPECT_EQ(house.now(AgreedKind::transmission, "report-2027")->at("to"), "first_committee");
    EXPECT_EQ(house.check(transmit), "decisions.agreed_already");
}

} // namespace
} // namespace poa::decisions
