// SPDX-License-Identifier: Apache-2.0
// Rules of calls for views, as tables: DOC-10 (deadline, extension, late submissions kept apart).
#include "capabilities/views/call.hpp"

#include <gtest/gtest.h>

namespace poa::views {
namespace {

Day day(const char* iso) {
    return Day::parse(iso).value();
}
Instant at(const char* iso) {
    return parse_instant(iso).value();
}

Call sample_call() {
    Call call;
    call.title = "Views on a programme";
    call.mandate_symbol = "A/RES/77/37";
    call.mandate_paragraph = "3";
    call.languages = {"en", "fr"};
    call.views_audience = Audience::everyone;
    call.opening = day("2027-01-11");
    call.first_deadline = day("2027-04-15");
    return call;
}

Call extended_call(const char* decided_at) {
    Call call = sample_call();
    call.extensions.push_back({day("2027-04-15"), day("2027-04-28"), "asked for", false, at(decided_at), ""});
    return call;
}

TEST(CallStages, DOC_10_ByDay) {
    struct RowOfTable {
        const char* now;
        const char* not_extended;
        const char* extended_on_1_april;
    };
    constexpr RowOfTable table[] = {
        {"2027-01-10T23:59:59Z", "announced", "announced"},
        {"2027-01-11T00:00:00Z", "open", "extended"},
        {"2027-04-15T23:59:59Z", "open", "extended"}, // to the end of the day
        {"2027-04-16T00:00:00Z", "past_deadline", "extended"},
        {"2027-04-28T23:59:59Z", "past_deadline", "extended"},
        {"2027-04-29T00:00:00Z", "past_deadline", "past_deadline"},
    };
    for (const RowOfTable& row : table) {
        EXPECT_EQ(name_of(stage_of(sample_call(), at(row.now))), row.not_extended) << row.now;
        EXPECT_EQ(name_of(stage_of(extended_call("2027-04-01T10:00:00Z"), at(row.now))),
                  row.extended_on_1_april)
            << row.now;
    }
    Call closed = sample_call();
    closed.closed_at = at("2027-05-01T09:00:00Z");
    EXPECT_EQ(stage_of(closed, at("2027-05-02T00:00:00Z")), CallStage::closed);
}

TEST(CallStages, DOC_10_LateByTheDeadlineThatHeldWhenItCame) {
    struct RowOfTable {
        const char* received;
        const char* extended; ///< when the extension from 15 to 28 April was decided; null: never
        const char* held;
        bool late, late_by_present;
    };
    constexpr RowOfTable table[] = {
        {"2027-04-15T23:59:59Z", nullptr, "2027-04-15", false, false},
        {"2027-04-16T00:00:00Z", nullptr, "2027-04-15", true, true},
        {"2027-04-20T12:00:00Z", "2027-04-10T09:00:00Z", "2027-04-28", false, false},
        {"2027-04-29T00:00:00Z", "2027-04-10T09:00:00Z", "2027-04-28", true, true},
        // Extended only after the deadline had passed: what came in between was late and stays so; that it is
        // within the deadline as later extended is said beside it.
        {"2027-04-17T08:00:00Z", "2027-04-17T09:00:00Z", "2027-04-15", true, false},
        {"2027-04-17T09:00:00Z", "2027-04-17T09:00:00Z", "2027-04-28", false, false},
        {"2027-04-10T08:00:00Z", "2027-04-17T09:00:00Z", "2027-04-15", false, false},
    };
    for (const RowOfTable& row : table) {
        Call call = row.extended ? extended_call(row.extended) : sample_call();
        Lateness found = lateness_of(call, at(row.received));
        EXPECT_EQ(found.deadline.iso(), row.held) << row.received;
        EXPECT_EQ(found.late, row.late) << row.received;
        EXPECT_EQ(found.late_by_present, row.late_by_present) << row.received;
    }
}

TEST(CallStages, TakesViewsFromTheOpeningDayUntilItIsClosed) {
    Call call = sample_call();
    EXPECT_TRUE(takes_views(call, at("2027-01-10T23:59:59Z")).error().has("views.not_open_yet"));
    EXPECT_TRUE(takes_views(call, at("2027-01-11T00:00:00Z")).has_value());
    EXPECT_TRUE(takes_views(call, at("2028-01-01T00:00:00Z")).has_value()); // late, and taken
    call.closed_at = at("2027-06-01T00:00:00Z");
    EXPECT_TRUE(takes_views(call, at("2027-06-01T00:00:01Z")).error().has("views.call_closed"));
}

std::string said(const Refusal& problems) {
    std::string all;
    for (const Reason& reason : problems.reasons)
        all += (all.empty() ? "" : ", ") + reason.field + " " + reason.code;
    return all;
}

TEST(CallProblems, AreToldAllAtOnce) {
    const Day today = day("2027-01-05");
    EXPECT_EQ(said(problems_of_opening(sample_call(), true, true, today)), "");
    EXPECT_EQ(said(problems_of_opening(Call{}, false, false, today)),
              "title input.required, mandate_symbol input.required, mandate_paragraph input.required, "
              "languages input.required, opening input.required, deadline input.required");
    Call wrong = sample_call();
    wrong.opening = day("2027-01-04");
    wrong.first_deadline = day("2027-01-03");
    wrong.mandate_paragraph = "third";
    wrong.languages = {"en", "de"};
    wrong.reminder_days = {day("2027-02-01")};
    EXPECT_EQ(said(problems_of_opening(wrong, true, true, today)),
              "mandate_paragraph views.malformed_paragraph, languages views.language_unknown, opening "
              "views.day_past, deadline views.day_past, deadline views.deadline_before_opening, "
              "reminder_days views.reminder_outside");
}

TEST(CallProblems, AnExtensionIsLaterAndHasAReason) {
    const Day today = day("2027-04-20");
    Call call = sample_call();
    EXPECT_EQ(said(problems_of_extension(call, day("2027-04-28"), "asked for", today)), "");
    EXPECT_EQ(said(problems_of_extension(call, {}, " ", today)),
              "deadline input.required, reason input.required");
    EXPECT_EQ(said(problems_of_extension(call, day("2027-04-15"), "x", today)),
              "deadline views.deadline_not_later, deadline views.day_past");
    EXPECT_EQ(said(problems_of_extension(call, day("2027-04-19"), "x", today)), "deadline views.day_past");
}

TEST(CallWords, AParagraphHasItsAnchor) {
    constexpr std::pair<const char*, const char*> table[] = {
        {"3", "para-3"},  {" 12 ", "para-12"}, {"3 (a)", "para-3/a"}, {"3(a)(iv)", "para-3/a/iv"},
        {"3.", "para-3"},
    };
    for (const auto& [written, anchor] : table) EXPECT_EQ(paragraph_anchor(written), anchor) << written;
    for (const char* written : {"", "third", "a", "3 (4)", "12345", "3 <a>"})
        EXPECT_EQ(paragraph_anchor(written), std::nullopt) << written;
}

TEST(CallWords, DaysAreReadAndWritten) {
    auto days = read_days("2027-03-01, 2027-02-01 2027-03-01");
    ASSERT_TRUE(days);
    EXPECT_EQ(write_days(*days), "2027-02-01 2027-03-01");
    EXPECT_TRUE(read_days("")->empty());
    EXPECT_FALSE(read_days("2027-02-30"));
    EXPECT_EQ(read_words("FRA, KEN;FRA\nEGY"), (std::vector<std::string>{"FRA", "KEN", "EGY"}));
}

TEST(Submissions, DOC_10_AreListedUnderOneHeading) {
    struct RowOfTable {
        const char* actor;
        bool was_called, late;
        Source source;
        const char* listed;
    };
    constexpr RowOfTable table[] = {
        {"state:FRA", true, false, Source::online, "in_time"},
        {"state:FRA", true, true, Source::upload, "late"},
        {"state:VAT", false, false, Source::entered, "extra"},
        {"state:VAT", false, true, Source::entered, "extra"},
        {"state:KEN", true, false, Source::consultation, "consultation"},
        {"state:KEN", true, true, Source::consultation, "consultation"},
        {"organisation:first-org", false, false, Source::online, "stakeholder"},
        {"organisation:first-org", false, true, Source::entered, "stakeholder"},
    };
    for (const RowOfTable& row : table) {
        Submission submission;
        submission.actor = row.actor;
        submission.kind = kind_of_submitter(row.actor);
        submission.was_called = row.was_called;
        submission.late = row.late;
        submission.source = row.source;
        EXPECT_EQ(name_of(listed_as(submission)), row.listed) << row.actor;
    }
}

} // namespace
} // namespace poa::views
