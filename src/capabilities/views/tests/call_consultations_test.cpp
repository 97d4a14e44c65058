// SPDX-License-Identifier: Apache-2.0
// record_consultation: views of States that did not submit, gathered and shown as what they are (DOC-13,
// EST-15).
#include "call_house.hpp"

namespace poa::views::test {
namespace {

class Consultations : public Calls {};
INSTANTIATE_TEST_SUITE_P(Both, Consultations, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

TEST_P(Consultations, EST_15_OneIsRecordedWithWhoTookPartAndItsRecord) {
    const std::string call = house.opened();
    auto done = house.consult(CallHouse::sample_consultation(call));
    ASSERT_EQ(said(done), "done");
    auto kept = house.read(
        [&](storage::Session& session) { return read_consultations(session, find_call(session, call)->id); });
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept[0].states, (std::vector<std::string>{"KEN", "EGY"}));
    EXPECT_EQ(kept[0].place, "Geneva");
    EXPECT_EQ(kept[0].document, "consultation-a-res-77-37-para-3-2027-01-11");
    house.read([&](storage::Session& session) {
        EXPECT_TRUE(documents::find_document_by_slug(session, kept[0].document));
    });
    auto record = house.record_of(call);
    ASSERT_EQ(record.size(), 3U);
    EXPECT_EQ(record[1].entry.act, "views.record_consultation");
    EXPECT_EQ(fact(record[1].entry, "states"), "KEN EGY");
    EXPECT_EQ(fact(record[1].entry, "document"), kept[0].document);
    EXPECT_EQ(record[0].entry.act, "views.submit_views");
    EXPECT_EQ(fact(record[0].entry, "source"), "consultation");
    EXPECT_EQ(fact(record[0].entry, "consultation"), "1");
    EXPECT_EQ(house.public_leaves().find("Geneva"), std::string::npos);
}

TEST_P(Consultations, DOC_13_EntriesAreApartFromTheStatesOwn) {
    const std::string call = house.opened();
    auto done = house.consult(CallHouse::sample_consultation(call));
    ASSERT_EQ(done->entries.size(), 1U);
    EXPECT_EQ(listed_as(done->entries[0]), Listed::consultation);
    auto counts = house.read([](storage::Session& session) { return count_standing(session); });
    EXPECT_EQ(counts.begin()->second.consultation, 1);
    EXPECT_EQ(counts.begin()->second.states, 0) << "it is no reply of the State";
    auto kept = house.read([&](storage::Session& session) { return find_call(session, call); });
    auto silent = states_without_reply(called_states(*kept, shipped_register(), kept->opening),
                                       house.submissions(call));
    EXPECT_NE(std::ranges::find(silent, "KEN"), silent.end());
}

TEST_P(Consultations, DOC_13_TheStatesOwnSubmissionTakesItsPlace) {
    const std::string call = house.opened();
    ASSERT_EQ(said(house.consult(CallHouse::sample_consultation(call))), "done");
    ASSERT_EQ(said(house.submit(house.kenya, CallHouse::typed(call))), "done");
    auto kept = house.submissions(call);
    EXPECT_TRUE(kept[1].superseded);
    EXPECT_EQ(kept[1].source, Source::consultation);
    RecordConsultation again = CallHouse::sample_consultation(call);
    EXPECT_EQ(said(house.consult(again)), "views_of views.state_has_submitted");
}

TEST_P(Consultations, DOC_13_TheStateMayTakeException) {
    const std::string call = house.opened();
    auto done = house.consult(CallHouse::sample_consultation(call));
    EXPECT_EQ(said(house.withdraw(house.france, call, 1)), "identity.not_permitted");
    ASSERT_EQ(said(house.withdraw(house.kenya, call, 1)), "done");
    EXPECT_FALSE(stands(house.submissions(call)[0]));
    EXPECT_EQ(fact(house.record_of(call)[0].entry, "source"), "consultation");
    house.read([&](storage::Session& session) {
        EXPECT_FALSE(documents::find_document_by_slug(session, done->consultation.document)->withdrawn_at)
            << "the record of the consultation is that of all who took part";
    });
}

TEST_P(Consultations, EntriesMayBeAddedWithATextOfTheirOwn) {
    const std::string call = house.opened();
    ASSERT_EQ(said(house.consult(CallHouse::sample_consultation(call))), "done");
    SubmitViews request = CallHouse::typed(call, "Egypt said other words.\n");
    request.actor = "state:EGY";
    request.consultation = 1;
    auto done = house.submit(house.secretariat, request);
    ASSERT_EQ(said(done), "done");
    EXPECT_EQ(done->source, Source::consultation);
    EXPECT_TRUE(done->consultation.has_value());
    request.actor = "state:FRA";
    EXPECT_EQ(said(house.submit(house.secretariat, request)), "actor views.did_not_take_part");
    request.actor = "organisation:cyberpeace-institute";
    EXPECT_EQ(said(house.submit(house.secretariat, request)), "actor views.consultation_of_state");
    request.actor = "state:EGY";
    request.consultation = 7;
    EXPECT_EQ(said(house.submit(house.secretariat, request)), "consultation views.no_such_consultation");
}

TEST_P(Consultations, WhatIsWrongIsToldAtOnceAndNothingIsWritten) {
    const std::string call = house.opened();
    const auto before = house.journal_size();
    RecordConsultation wrong;
    wrong.call = call;
    wrong.day = day("2027-01-12");
    wrong.states = "KEN XYZ";
    wrong.views_of = "EGY";
    wrong.language = "de";
    EXPECT_EQ(said(house.consult(wrong)),
              "day views.day_to_come, place input.required, held_by input.required, states "
              "views.state_unknown, views_of views.did_not_take_part, text views.nothing_to_submit, language "
              "views.language_unknown");
    EXPECT_EQ(house.journal_size(), before);
}

} // namespace
} // namespace poa::views::test
