// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/store_calls.hpp"

#include "base/text.hpp"

namespace poa::views {
namespace {

using storage::Query;
using storage::Row;
using storage::Session;

#define POA_CALL_COLUMNS                                                                                     \
    "id, slug, title, mandate_symbol, mandate_paragraph, questions, called, stakeholders_invited, "          \
    "stakeholder_words, "                                                                                    \
    "languages, audience, opening, deadline, announcement, reminder_days, opened_at, opened_by, closed_at, " \
    "revision"
constexpr Query by_slug{"views.call_by_slug", "SELECT " POA_CALL_COLUMNS " FROM views_call WHERE slug = $1"};
constexpr Query newest{"views.calls", "SELECT " POA_CALL_COLUMNS
                                      " FROM views_call ORDER BY opened_at DESC, id DESC LIMIT $1"};
constexpr Query add_call{
    "views.add_call",
    "INSERT INTO views_call (slug, title, mandate_symbol, mandate_paragraph, questions, called, "
    "stakeholders_invited, stakeholder_words, languages, audience, opening, deadline, announcement, "
    "reminder_days, opened_at, "
    "opened_by, closed_at, revision) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, "
    "$15, $16, NULL, 1) RETURNING id"};
constexpr Query close_one{"views.close_call", "UPDATE views_call SET closed_at = $3, revision = revision + 1 "
                                              "WHERE id = $1 AND revision = $2"};
constexpr Query touch_call{"views.touch_call", "UPDATE views_call SET revision = revision + 1 "
                                               "WHERE id = $1 AND revision = $2"};
constexpr Query add_extension{
    "views.add_extension",
    "INSERT INTO views_call_extension (call, number, from_day, to_day, reason, after_deadline, decided_at, "
    "decided_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"};
constexpr Query extensions_of{"views.extensions",
                              "SELECT from_day, to_day, reason, after_deadline, decided_at, decided_by "
                              "FROM views_call_extension WHERE call = $1 ORDER BY number"};
constexpr Query add_reminder{
    "views.add_reminder",
    "INSERT INTO views_call_reminder (call, number, day, text, channel, reminded, recorded_at, recorded_by) "
    "VALUES ($1, (SELECT COALESCE(MAX(number), 0) + 1 FROM views_call_reminder WHERE call = $1), $2, $3, $4, "
    "$5, $6, $7)"};
constexpr Query reminders_of{"views.reminders",
                             "SELECT day, text, channel, reminded, recorded_at, recorded_by "
                             "FROM views_call_reminder WHERE call = $1 ORDER BY number"};

#define POA_SUBMISSION_COLUMNS                                                                               \
    "id, call, number, actor, kind, was_called, language, source, received_at, day_only, deadline, late, "   \
    "channel, document, section, own_document, consultation, superseded, withdrawn_at, recorded_at, "        \
    "recorded_by"
constexpr Query add_submission{
    "views.add_submission",
    "INSERT INTO views_submission (call, number, actor, kind, was_called, language, source, received_at, "
    "day_only, deadline, late, channel, document, section, own_document, consultation, superseded, "
    "withdrawn_at, recorded_at, recorded_by) VALUES ($1, (SELECT COALESCE(MAX(number), 0) + 1 "
    "FROM views_submission WHERE call = $1), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, "
    "0, NULL, $16, $17) RETURNING id, number"};
constexpr Query submissions_of{"views.submissions",
                               "SELECT " POA_SUBMISSION_COLUMNS
                               " FROM views_submission WHERE call = $1 ORDER BY number DESC"};
constexpr Query submission_by_number{"views.submission_by_number",
                                     "SELECT " POA_SUBMISSION_COLUMNS
                                     " FROM views_submission WHERE call = $1 AND number = $2"};
constexpr Query standing_of{"views.submission_standing",
                            "SELECT " POA_SUBMISSION_COLUMNS
                            " FROM views_submission WHERE call = $1 AND actor = $2 AND superseded = 0 "
                            "AND withdrawn_at IS NULL"};
constexpr Query count_of_actor{"views.submissions_of_actor",
                               "SELECT COUNT(*) FROM views_submission WHERE call = $1 AND actor = $2"};
constexpr Query supersede{"views.supersede", "UPDATE views_submission SET superseded = 1 WHERE id = $1"};
constexpr Query withdraw{"views.withdraw", "UPDATE views_submission SET withdrawn_at = $2 WHERE id = $1"};
constexpr Query counts{"views.submission_counts",
                       "SELECT call, kind, source, was_called, late, COUNT(*) FROM views_submission "
                       "WHERE superseded = 0 AND withdrawn_at IS NULL "
                       "GROUP BY call, kind, source, was_called, late"};

constexpr Query add_consultation{
    "views.add_consultation",
    "INSERT INTO views_consultation (call, number, day, place, held_by, states, document, recorded_at, "
    "recorded_by) VALUES ($1, (SELECT COALESCE(MAX(number), 0) + 1 FROM views_consultation "
    "WHERE call = $1), $2, $3, $4, $5, $6, $7, $8) RETURNING id, number"};
constexpr Query consultations_of{"views.consultations",
                                 "SELECT id, call, number, day, place, held_by, states, document, "
                                 "recorded_at, recorded_by FROM views_consultation WHERE call = $1 "
                                 "ORDER BY number"};

Call read_call(const Row& row) {
    Call call;
    call.id = row.id<CallRow>(0);
    call.slug = row.string(1);
    call.title = row.string(2);
    call.mandate_symbol = row.string(3);
    call.mandate_paragraph = row.string(4);
    call.questions = row.string(5);
    call.called = static_cast<Called>(row.integer(6));
    call.stakeholders_invited = row.truth(7);
    call.stakeholder_words = row.integer(8);
    call.languages = read_words(row.text(9));
    call.views_audience = static_cast<Audience>(row.integer(10));
    call.opening = row.day(11);
    call.first_deadline = row.day(12);
    call.announcement = row.string(13);
    auto days = read_days(row.text(14));
    require(days.has_value(), "days as they were written");
    call.reminder_days = std::move(*days);
    call.opened_at = row.instant(15);
    call.opened_by = row.string(16);
    call.closed_at = row.maybe(17, [](const Row& r, int c) { return r.instant(c); });
    call.revision = row.integer(18);
    return call;
}

Submission read_submission(const Row& row) {
    Submission submission;
    submission.id = row.id<SubmissionRow>(0);
    submission.call = row.id<CallRow>(1);
    submission.number = row.integer(2);
    submission.actor = row.string(3);
    submission.kind = static_cast<SubmitterKind>(row.integer(4));
    submission.was_called = row.truth(5);
    submission.language = row.string(6);
    submission.source = static_cast<Source>(row.integer(7));
    submission.received_at = row.instant(8);
    submission.day_only = row.truth(9);
    submission.deadline = row.day(10);
    submission.late = row.truth(11);
    submission.channel = row.string(12);
    submission.document = row.string(13);
    submission.section = row.string(14);
    submission.own_document = row.truth(15);
    submission.consultation = row.maybe(16, [](const Row& r, int c) { return r.id<ConsultationRow>(c); });
    submission.superseded = row.truth(17);
    submission.withdrawn_at = row.maybe(18, [](const Row& r, int c) { return r.instant(c); });
    submission.recorded_at = row.instant(19);
    submission.recorded_by = row.string(20);
    return submission;
}

void add_extensions(Session& session, Call& call) {
    call.extensions = session.all(
        extensions_of,
        [](const Row& row) {
            return Extension{row.day(0),   row.day(1),     row.string(2),
                             row.truth(3), row.instant(4), row.string(5)};
        },
        call.id);
}

} // namespace

std::optional<Call> find_call(Session& session, std::string_view slug) {
    auto call = session.one(by_slug, read_call, slug);
    if (call) add_extensions(session, *call);
    return call;
}

std::vector<Call> read_calls(Session& session, int count) {
    auto calls = session.all(newest, read_call, count);
    for (Call& call : calls) add_extensions(session, call);
    return calls;
}

CallId insert_call(Session& session, const Call& call) {
    const std::string languages = join(call.languages, " "), days = write_days(call.reminder_days);
    auto id = session.number(add_call, call.slug, call.title, call.mandate_symbol, call.mandate_paragraph,
                             call.questions, call.called, call.stakeholders_invited, call.stakeholder_words,
                             languages, call.views_audience, call.opening, call.first_deadline,
                             call.announcement, days, call.opened_at, call.opened_by);
    require(id.has_value(), "the number of a new call");
    return CallId{*id};
}

bool update_closed(Session& session, const Call& call, Instant closed_at) {
    return session.execute(close_one, call.id, call.revision, closed_at) == 1;
}

bool insert_extension(Session& session, const Call& call, const Extension& extension) {
    if (session.execute(touch_call, call.id, call.revision) != 1) return false;
    session.execute(add_extension, call.id, call.extensions.size() + 1, extension.from, extension.to,
                    extension.reason, extension.after_deadline, extension.decided_at, extension.decided_by);
    return true;
}

void insert_reminder(Session& session, CallId call, const Reminder& reminder) {
    const std::string reminded = join(reminder.reminded, " ");
    session.execute(add_reminder, call, reminder.day, reminder.text, reminder.channel, reminded,
                    reminder.recorded_at, reminder.recorded_by);
}

std::vector<Reminder> read_reminders(Session& session, CallId call) {
    return session.all(
        reminders_of,
        [](const Row& row) {
            return Reminder{row.day(0),     row.string(1), row.string(2), read_words(row.text(3)),
                            row.instant(4), row.string(5)};
        },
        call);
}

Submission insert_submission(Session& session, Submission submission) {
    auto made = session.one(
        add_submission, [](const Row& row) { return std::pair(row.id<SubmissionRow>(0), row.integer(1)); },
        submission.call, submission.actor, submission.kind, submission.was_called, submission.language,
        submission.source, submission.received_at, submission.day_only, submission.deadline, submission.late,
        submission.channel, submission.document, submission.section, submission.own_document,
        submission.consultation, submission.recorded_at, submission.recorded_by);
    require(made.has_value(), "the number of a new submission");
    submission.id = made->first;
    submission.number = made->second;
    return submission;
}

std::vector<Submission> read_submissions(Session& session, CallId call) {
    return session.all(submissions_of, read_submission, call);
}

std::optional<Submission> find_submission(Session& session, CallId call, std::int64_t number) {
    return session.one(submission_by_number, read_submission, call, number);
}

std::optional<Submission> find_standing(Session& session, CallId call, std::string_view actor) {
    return session.one(standing_of, read_submission, call, actor);
}

std::int64_t count_submissions(Session& session, CallId call, std::string_view actor) {
    return session.number(count_of_actor, call, actor).value_or(0);
}

void update_superseded(Session& session, SubmissionId submission) {
    session.execute(supersede, submission);
}

void update_withdrawn(Session& session, SubmissionId submission, Instant withdrawn_at) {
    session.execute(withdraw, submission, withdrawn_at);
}

std::map<std::int64_t, CallCounts> count_standing(Session& session) {
    std::map<std::int64_t, CallCounts> counted;
    session.each(counts, [&](const Row& row) {
        Submission like;
        like.kind = static_cast<SubmitterKind>(row.integer(1));
        like.source = static_cast<Source>(row.integer(2));
        like.was_called = row.truth(3);
        like.late = row.truth(4);
        CallCounts& of = counted[row.integer(0)];
        const std::int64_t many = row.integer(5);
        switch (listed_as(like)) {
        case Listed::late:
            of.late += many;
            [[fallthrough]];
        case Listed::in_time:
            of.states += many;
            break;
        case Listed::extra:
            of.extra += many;
            break;
        case Listed::consultation:
            of.consultation += many;
            break;
        case Listed::stakeholder:
            of.stakeholders += many;
            break;
        }
    });
    return counted;
}

Consultation insert_consultation(Session& session, Consultation consultation) {
    const std::string states = join(consultation.states, " ");
    auto made = session.one(
        add_consultation,
        [](const Row& row) { return std::pair(row.id<ConsultationRow>(0), row.integer(1)); },
        consultation.call, consultation.day, consultation.place, consultation.held_by, states,
        consultation.document, consultation.recorded_at, consultation.recorded_by);
    require(made.has_value(), "the number of a new consultation");
    consultation.id = made->first;
    consultation.number = made->second;
    return consultation;
}

std::vector<Consultation> read_consultations(Session& session, CallId call) {
    return session.all(
        consultations_of,
        [](const Row& row) {
            return Consultation{row.id<ConsultationRow>(0),
                                row.id<CallRow>(1),
                                row.integer(2),
                                row.day(3),
                                row.string(4),
                                row.string(5),
                                read_words(row.text(6)),
                                row.string(7),
                                row.instant(8),
                                row.string(9)};
        },
        call);
}

} // namespace poa::views
