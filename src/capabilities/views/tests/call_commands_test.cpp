// SPDX-License-Identifier: Apache-2.0
// Commands of calls for views, each with its journal entry: open_call, extend_call, close_call, remind_call,
// submit_views, withdraw_submission.
#include "call_house.hpp"

namespace poa::views::test {
namespace {

INSTANTIATE_TEST_SUITE_P(Both, Calls, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

TEST_P(Calls, DOC_10_OneIsOpenedUnderItsMandate) {
    OpenCall request = CallHouse::sample_call();
    request.questions = "Which modalities would you see?";
    auto call = house.open(request);
    ASSERT_EQ(said(call), "done");
    EXPECT_EQ(call->slug, "a-res-77-37-para-3");
    EXPECT_EQ(call->mandate_symbol, "A/RES/77/37");
    auto kept = house.read([&](storage::Session& session) { return find_call(session, call->slug); });
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->languages, (std::vector<std::string>{"en", "fr"}));
    EXPECT_EQ(kept->first_deadline, day("2027-04-15"));
    EXPECT_EQ(kept->questions, request.questions);
    EXPECT_EQ(write_days(kept->reminder_days), "2027-03-01");
    auto record = house.record_of(call->slug);
    ASSERT_EQ(record.size(), 1U);
    EXPECT_EQ(record[0].entry.act, "views.open_call");
    EXPECT_EQ(record[0].entry.on_behalf, "secretariat");
    EXPECT_EQ(record[0].entry.clause, "A/RES/77/37, para. 3");
    EXPECT_EQ(record[0].entry.audience, Audience::everyone);
    EXPECT_EQ(fact(record[0].entry, "deadline"), "2027-04-15");
    EXPECT_EQ(house.public_leaves().find("modalities"), std::string::npos) << "what was typed is sealed";
    EXPECT_EQ(house.open(request)->slug, "a-res-77-37-para-3-2") << "a second call under the same mandate";
}

TEST_P(Calls, WhatIsWrongWithACallIsToldAtOnceAndNothingIsWritten) {
    OpenCall wrong;
    wrong.title = "Views";
    wrong.mandate_symbol = "no symbol";
    wrong.mandate_paragraph = "3";
    wrong.languages = {"en"};
    wrong.opening = day("2027-01-10");
    wrong.deadline = day("2027-01-09");
    wrong.reminder_days = "soon";
    wrong.audience = Audience::parties;
    EXPECT_EQ(said(house.open(wrong)),
              "opening views.day_past, deadline views.day_past, deadline views.deadline_before_opening, "
              "mandate_symbol documents.malformed_symbol, audience views.audience_too_narrow, "
              "reminder_days views.malformed_days");
    EXPECT_EQ(house.journal_size(), 0);
    EXPECT_EQ(house.read([](storage::Session& session) { return read_calls(session, 9).size(); }), 0U);
}

TEST_P(Calls, DOC_10_AnExtensionIsKeptWithItsReason) {
    const std::string call = house.opened();
    EXPECT_EQ(said(house.extend(call, "2027-04-10")), "deadline views.deadline_not_later");
    auto extended = house.extend(call, "2027-04-28");
    ASSERT_EQ(said(extended), "done");
    EXPECT_EQ(present_deadline(*extended), day("2027-04-28"));
    EXPECT_FALSE(extended->extensions[0].after_deadline);
    house.go_to("2027-04-29T08:00:00Z");
    ASSERT_EQ(said(house.extend(call, "2027-05-15")), "done");
    auto kept = house.read([&](storage::Session& session) { return find_call(session, call); });
    ASSERT_EQ(kept->extensions.size(), 2U);
    EXPECT_EQ(kept->extensions[1].from, day("2027-04-28"));
    EXPECT_TRUE(kept->extensions[1].after_deadline);
    auto record = house.record_of(call);
    EXPECT_EQ(record[0].entry.act, "views.extend_call");
    EXPECT_EQ(fact(record[0].entry, "deadline_before"), "2027-04-28");
    EXPECT_EQ(fact(record[0].entry, "deadline"), "2027-05-15");
    EXPECT_EQ(fact(record[0].entry, "after_deadline"), "yes");
    EXPECT_EQ(fact(record[1].entry, "after_deadline"), "no");
    EXPECT_EQ(house.public_leaves().find("several States"), std::string::npos);
}

TEST_P(Calls, AStaleExtensionIsRefused) {
    const std::string call = house.opened();
    auto read_before = house.read([&](storage::Session& session) { return find_call(session, call); });
    ASSERT_EQ(said(house.extend(call, "2027-04-28")), "done");
    bool taken = house.work([&](ledger::Work& unit) {
        return insert_extension(
            unit.session(), *read_before,
            {day("2027-04-15"), day("2027-05-01"), "x", false, unit.now(), "secretariat"});
    });
    EXPECT_FALSE(taken);
}

TEST_P(Calls, DOC_10_LateViewsAreTakenAndMarkedByTheDeadlineThatHeld) {
    const std::string call = house.opened();
    auto in_time = house.submit(house.france, CallHouse::typed(call));
    ASSERT_EQ(said(in_time), "done");
    EXPECT_FALSE(in_time->late);
    house.go_to("2027-04-17T08:00:00Z");
    auto late = house.submit(house.kenya, CallHouse::typed(call, "Kenya's words.\n"));
    ASSERT_EQ(said(late), "done");
    EXPECT_TRUE(late->late);
    ASSERT_EQ(said(house.extend(call, "2027-04-28")), "done");
    auto kept = house.submissions(call);
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_TRUE(kept[0].late) << "what was late stays so";
    EXPECT_EQ(kept[0].deadline, day("2027-04-15"));
    auto record = house.record_of(call);
    EXPECT_EQ(record[1].entry.act, "views.submit_views");
    EXPECT_EQ(record[1].entry.on_behalf, "state:KEN");
    EXPECT_EQ(fact(record[1].entry, "actor"), "state:KEN");
    EXPECT_EQ(fact(record[1].entry, "late"), "yes");
    EXPECT_EQ(fact(record[1].entry, "deadline"), "2027-04-15");
    EXPECT_EQ(fact(record[1].entry, "document"), late->document);
    EXPECT_EQ(fact(record[2].entry, "late"), "no");
}

TEST_P(Calls, ATextTypedIsADocumentOfTheRecord) {
    const std::string call = house.opened();
    auto done = house.submit(house.france, CallHouse::typed(call, "A/78/76\n\nThe meetings are open.\n"));
    ASSERT_EQ(said(done), "done");
    EXPECT_EQ(done->source, Source::online);
    EXPECT_EQ(done->document, "views-a-res-77-37-para-3-fra");
    house.read([&](storage::Session& session) {
        auto document = documents::find_document_by_slug(session, done->document);
        ASSERT_TRUE(document);
        EXPECT_EQ(document->symbol, "") << "a symbol in the text does not make it that document";
        EXPECT_EQ(document->kind, "views");
        EXPECT_EQ(document->submitted_by, "state:FRA");
        EXPECT_EQ(document->title, "France: Views on a programme of action");
        EXPECT_EQ(document->audience, Audience::everyone);
        documents::SearchRequest search;
        search.query = "meetings";
        EXPECT_EQ(documents::search(session, {}, search).total, 1);
    });
}

TEST_P(Calls, ANewerSubmissionSupersedesAndBothStay) {
    const std::string call = house.opened();
    auto first = house.submit(house.france, CallHouse::typed(call));
    auto second = house.submit(house.france, CallHouse::typed(call, "Other words.\n"));
    ASSERT_EQ(said(second), "done");
    auto kept = house.submissions(call);
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_EQ(kept[0].number, second->number);
    EXPECT_TRUE(stands(kept[0]));
    EXPECT_TRUE(kept[1].superseded);
    EXPECT_NE(first->document, second->document);
    EXPECT_EQ(fact(house.record_of(call)[0].entry, "supersedes"), "1");
    auto counts = house.read([](storage::Session& session) { return count_standing(session); });
    EXPECT_EQ(counts.begin()->second.states, 1);
}

TEST_P(Calls, DOC_19_TheSecretariatEntersWhatCameByOtherWays) {
    const std::string call = house.opened();
    house.go_to("2027-04-20T10:00:00Z");
    auto in_time = house.submit(house.secretariat, CallHouse::entered(call, "state:EGY", "2027-04-15"));
    ASSERT_EQ(said(in_time), "done");
    EXPECT_FALSE(in_time->late) << "the day of receipt counts, not that of entering";
    EXPECT_EQ(in_time->source, Source::entered);
    auto late = house.submit(house.secretariat, CallHouse::entered(call, "state:KEN", "2027-04-16"));
    EXPECT_TRUE(late->late);
    auto extra = house.submit(house.secretariat, CallHouse::entered(call, "state:VAT", "2027-04-16"));
    EXPECT_EQ(listed_as(*extra), Listed::extra) << "an observer State, where Member States were called";
    EXPECT_EQ(house.record_of(call)[0].entry.on_behalf, "secretariat");
    EXPECT_EQ(fact(house.record_of(call)[1].entry, "received"), "2027-04-16");
}

TEST_P(Calls, WhatIsOnTheRecordAlreadyIsNamedWithItsSection) {
    const std::string call = house.opened();
    auto report = house.submit(house.secretariat, CallHouse::entered(call, "state:EGY", "2027-01-11"));
    SubmitViews request = CallHouse::entered(call, "state:KEN", "2027-01-11");
    request.prepared.reset();
    request.has_text = false;
    request.document = report->document;
    EXPECT_EQ(said(house.submit(house.secretariat, request)), "document views.document_of_another");
    request.section = "nowhere";
    EXPECT_EQ(said(house.submit(house.secretariat, request)), "section views.no_such_section");
    request.section = "p1";
    auto done = house.submit(house.secretariat, request);
    ASSERT_EQ(said(done), "done");
    EXPECT_FALSE(done->own_document);
    ASSERT_EQ(said(house.withdraw(house.kenya, call, done->number)), "done");
    house.read([&](storage::Session& session) {
        EXPECT_FALSE(documents::find_document_by_slug(session, report->document)->withdrawn_at)
            << "it is another's as well";
    });
}

TEST_P(Calls, StakeholderPapersAreTheirOwnKind) {
    const std::string call = house.opened();
    auto done = house.submit(house.institute, CallHouse::typed(call));
    ASSERT_EQ(said(done), "done");
    EXPECT_EQ(done->kind, SubmitterKind::stakeholder);
    auto counts = house.read([](storage::Session& session) { return count_standing(session); });
    EXPECT_EQ(counts.begin()->second.stakeholders, 1);
    EXPECT_EQ(counts.begin()->second.states, 0);
    house.read([&](storage::Session& session) {
        EXPECT_EQ(documents::find_document_by_slug(session, done->document)->kind, "paper");
    });
    OpenCall states_only = CallHouse::sample_call();
    states_only.stakeholders_invited = false;
    const std::string other = house.open(states_only)->slug;
    EXPECT_EQ(said(house.submit(house.institute, CallHouse::typed(other))), "views.stakeholders_not_invited");
}

// DOC-08: a limit on the words of stakeholders' papers; States are not held to it.
TEST_P(Calls, DOC_08_StakeholdersKeepToTheWordsTheCallTakes) {
    OpenCall request = CallHouse::sample_call();
    request.stakeholder_words = 5;
    const std::string call = house.open(request)->slug;
    const char* six = "Lamps, 12 lamps, burn: all night.\n";
    EXPECT_EQ(said(house.submit(house.institute, CallHouse::typed(call, six))), "text views.too_many_words");
    EXPECT_TRUE(house.submissions(call).empty());
    EXPECT_EQ(said(house.submit(house.france, CallHouse::typed(call, six))), "done");
    EXPECT_EQ(said(house.submit(house.institute, CallHouse::typed(call, "Lamps burn all night long.\n"))),
              "done");
    EXPECT_EQ(
        house.read([&](storage::Session& session) { return find_call(session, call)->stakeholder_words; }),
        5);
    // posted in the language it came in
    EXPECT_EQ(house.submissions(call)[0].language, "en");
}

TEST_P(Calls, BadViewsAreRefusedFieldByFieldAndNothingIsWritten) {
    const std::string call = house.opened();
    const auto before = house.journal_size();
    SubmitViews nothing;
    nothing.call = call;
    EXPECT_EQ(said(house.submit(house.france, nothing)),
              "language input.required, text views.nothing_to_submit");
    SubmitViews wrong = CallHouse::typed(call);
    wrong.has_file = true;
    wrong.language = "ru";
    wrong.document = "a-78-76";
    wrong.channel = "e_mail";
    EXPECT_EQ(said(house.submit(house.france, wrong)),
              "language views.language_not_accepted, file views.more_than_one, document "
              "views.for_secretariat, channel views.for_secretariat");
    SubmitViews entered = CallHouse::entered(call, "state:XYZ", "2027-01-12");
    entered.channel = "pigeon";
    EXPECT_EQ(said(house.submit(house.secretariat, entered)),
              "actor views.actor_unknown, received views.day_to_come, channel input.not_a_choice");
    EXPECT_EQ(said(house.submit(house.secretariat, CallHouse::entered(call, "state:EGY", "2027-01-10"))),
              "received views.received_before_opening");
    SubmitViews of_another = CallHouse::typed(call);
    of_another.actor = "state:KEN";
    EXPECT_EQ(said(house.submit(house.france, of_another)), "identity.not_permitted");
    EXPECT_EQ(said(house.submit(identity::Actor::visitor(), CallHouse::typed(call))),
              "identity.not_signed_in");
    EXPECT_EQ(said(house.submit(house.france, CallHouse::typed("no-such-call"))), "views.no_such_call");
    EXPECT_EQ(house.journal_size(), before);
    EXPECT_TRUE(house.submissions(call).empty());
}

TEST_P(Calls, BeforeItOpensAndAfterItIsClosedNothingIsTaken) {
    OpenCall later = CallHouse::sample_call();
    later.opening = day("2027-02-01");
    later.reminder_days = "";
    const std::string announced = house.open(later)->slug;
    EXPECT_EQ(said(house.submit(house.france, CallHouse::typed(announced))), "views.not_open_yet");
    EXPECT_EQ(said(house.close(announced)), "views.deadline_runs");
    house.go_to("2027-04-16T00:00:00Z");
    ASSERT_EQ(said(house.submit(house.france, CallHouse::typed(announced))), "done");
    ASSERT_EQ(said(house.close(announced)), "done");
    EXPECT_EQ(said(house.close(announced)), "views.call_closed");
    EXPECT_EQ(said(house.submit(house.kenya, CallHouse::typed(announced))), "views.call_closed");
    EXPECT_EQ(said(house.extend(announced, "2027-06-01")), "views.call_closed");
    auto record = house.record_of(announced);
    EXPECT_EQ(record[0].entry.act, "views.close_call");
    EXPECT_EQ(fact(record[0].entry, "states"), "1");
    EXPECT_EQ(fact(record[0].entry, "late"), "1");
    EXPECT_EQ(said(house.withdraw(house.france, announced, 1)), "done") << "a State's word is its own";
}

TEST_P(Calls, DOC_10_AReminderNamesThoseThatHaveNotSubmitted) {
    const std::string call = house.opened();
    ASSERT_EQ(said(house.submit(house.france, CallHouse::typed(call))), "done");
    auto remind = [&](const RemindCall& request) {
        return house.work([&](ledger::Work& unit) {
            return remind_call(unit, house.secretariat, request, shipped_register());
        });
    };
    EXPECT_EQ(said(remind({call, " ", "pigeon"})), "text input.required, channel input.not_a_choice");
    auto done = remind({call, "The deadline nears.", "note_verbale"});
    ASSERT_EQ(said(done), "done");
    EXPECT_EQ(done->reminded.size(), 192U) << "all Member States but one";
    EXPECT_EQ(std::ranges::find(done->reminded, "FRA"), done->reminded.end());
    auto kept = house.read(
        [&](storage::Session& session) { return read_reminders(session, find_call(session, call)->id); });
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept[0].reminded, done->reminded);
    auto entry = house.record_of(call)[0].entry;
    EXPECT_EQ(entry.act, "views.remind_call");
    EXPECT_EQ(fact(entry, "reminded"), "192");
    EXPECT_EQ(house.public_leaves().find("nears"), std::string::npos);
}

TEST_P(Calls, AStateWithdrawsItsOwnAndItStaysListed) {
    const std::string call = house.opened();
    auto sent = house.submit(house.france, CallHouse::typed(call));
    EXPECT_EQ(said(house.withdraw(house.kenya, call, 1)), "identity.not_permitted");
    EXPECT_EQ(said(house.withdraw(house.secretariat, call, 1)), "identity.not_permitted");
    EXPECT_EQ(said(house.withdraw(identity::Actor::visitor(), call, 1)), "identity.not_signed_in");
    EXPECT_EQ(said(house.withdraw(house.france, call, 9)), "views.no_such_submission");
    ASSERT_EQ(said(house.withdraw(house.france, call, 1)), "done");
    EXPECT_EQ(said(house.withdraw(house.france, call, 1)), "views.already_withdrawn");
    ASSERT_EQ(house.submissions(call).size(), 1U);
    EXPECT_FALSE(stands(house.submissions(call)[0]));
    house.read([&](storage::Session& session) {
        EXPECT_TRUE(documents::find_document_by_slug(session, sent->document)->withdrawn_at);
    });
    auto entry = house.record_of(call)[0].entry;
    EXPECT_EQ(entry.act, "views.withdraw_submission");
    EXPECT_EQ(entry.on_behalf, "state:FRA");
    EXPECT_EQ(fact(entry, "document"), sent->document);
    EXPECT_EQ(house.public_leaves().find("nobody else"), std::string::npos);
    ASSERT_EQ(said(house.submit(house.france, CallHouse::typed(call, "New words.\n"))), "done");
}

TEST_P(Calls, WhatIsForMemberStatesIsRecordedForThem) {
    OpenCall request = CallHouse::sample_call();
    request.audience = Audience::member_states;
    const std::string call = house.open(request)->slug;
    auto done = house.submit(house.france, CallHouse::typed(call));
    ASSERT_EQ(said(done), "done");
    EXPECT_EQ(house.record_of(call)[0].entry.audience, Audience::member_states);
    EXPECT_EQ(house.public_leaves().find("state:FRA"), std::string::npos);
    house.read([&](storage::Session& session) {
        EXPECT_EQ(documents::find_document_by_slug(session, done->document)->audience,
                  Audience::member_states);
        auto kept = find_call(session, call).value();
        EXPECT_FALSE(may_see(identity::Reader{}, kept, *done));
        EXPECT_TRUE(may_see(house.kenya.reader(), kept, *done));
    });
}

} // namespace
} // namespace poa::views::test
