// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/store.hpp"

#define POA_REPORT_COLUMNS                                                                                   \
    "r.id, r.state, r.survey, r.year, r.stage, r.revision, r.opened_at, r.opened_by, r.submitted_at, "       \
    "r.release"

namespace poa::national_reports::store {
namespace {

using storage::Query;
using storage::Row;
using storage::Session;

constexpr Query add_report_query{
    "national_reports.add_report",
    "INSERT INTO national_reports_report (state, survey, year, stage, revision, opened_at, opened_by, "
    "submitted_at, release) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id"};
constexpr Query change_report_query{
    "national_reports.change_report",
    "UPDATE national_reports_report SET stage = $3, revision = $4, submitted_at = $5, release = $6 "
    "WHERE id = $1 AND revision = $2"};
constexpr Query touch_query{"national_reports.touch_report",
                            "UPDATE national_reports_report SET revision = revision + 1 WHERE id = $1"};
constexpr Query report_query{"national_reports.report",
                             "SELECT " POA_REPORT_COLUMNS " FROM national_reports_report r WHERE r.id = $1"};
constexpr Query of_state_query{"national_reports.reports_of",
                               "SELECT " POA_REPORT_COLUMNS " FROM national_reports_report r "
                               "WHERE r.state = $1 ORDER BY r.year DESC, r.id DESC"};
constexpr Query released_query{
    "national_reports.released_reports",
    "SELECT " POA_REPORT_COLUMNS " FROM national_reports_report r "
    "JOIN national_reports_release f ON f.report = r.id AND f.number = r.release "
    "WHERE r.year BETWEEN $1 AND $2 AND f.withdrawn_at IS NULL ORDER BY r.year, r.state, r.id"};
constexpr Query survey_digest_query{"national_reports.survey_digest",
                                    "SELECT digest FROM national_reports_survey WHERE id = $1"};

constexpr Query add_step_query{
    "national_reports.add_step",
    "INSERT INTO national_reports_step (report, number, verb, stage, revision, note, person, at) "
    "VALUES ($1, (SELECT COALESCE(MAX(number), 0) + 1 FROM national_reports_step WHERE report = $1), $2, $3, "
    "$4, $5, $6, $7)"};
constexpr Query steps_query{"national_reports.steps",
                            "SELECT verb, stage, revision, note, person, at FROM national_reports_step "
                            "WHERE report = $1 ORDER BY number"};

constexpr Query put_help_query{
    "national_reports.put_help",
    "INSERT INTO national_reports_help (report, organisation, until, allowed_at, allowed_by, ended_at) "
    "VALUES ($1, $2, $3, $4, $5, NULL) ON CONFLICT (report, organisation) DO UPDATE SET "
    "until = excluded.until, allowed_at = excluded.allowed_at, allowed_by = excluded.allowed_by, "
    "ended_at = NULL"};
constexpr Query end_help_query{"national_reports.end_help",
                               "UPDATE national_reports_help SET ended_at = $4 WHERE report = $1 "
                               "AND organisation = $2 AND until >= $3 AND ended_at IS NULL"};
constexpr Query help_query{"national_reports.help",
                           "SELECT organisation, until, allowed_at, allowed_by, ended_at "
                           "FROM national_reports_help WHERE report = $1 ORDER BY organisation"};
constexpr Query helped_by_query{
    "national_reports.helped_by",
    "SELECT " POA_REPORT_COLUMNS " FROM national_reports_report r "
    "JOIN national_reports_help h ON h.report = r.id WHERE h.organisation = $1 AND h.until >= $2 "
    "AND h.ended_at IS NULL ORDER BY r.year DESC, r.id DESC"};

constexpr Query put_task_query{
    "national_reports.put_task",
    "INSERT INTO national_reports_task (report, section, ministry, person, due, state, set_at) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (report, section) DO UPDATE SET "
    "ministry = excluded.ministry, person = excluded.person, due = excluded.due, state = excluded.state, "
    "set_at = excluded.set_at"};
constexpr Query tasks_query{"national_reports.tasks",
                            "SELECT section, ministry, person, due, state, set_at FROM national_reports_task "
                            "WHERE report = $1 ORDER BY section"};
constexpr Query add_comment_query{
    "national_reports.add_comment",
    "INSERT INTO national_reports_comment (report, question, text, person, at, settled) "
    "VALUES ($1, $2, $3, $4, $5, 0) RETURNING id"};
constexpr Query settle_comment_query{
    "national_reports.settle_comment",
    "UPDATE national_reports_comment SET settled = 1 WHERE report = $1 AND id = $2 AND settled = 0"};
constexpr Query comments_query{"national_reports.comments",
                               "SELECT id, question, text, person, at, settled FROM national_reports_comment "
                               "WHERE report = $1 ORDER BY id"};

Instant instant_at(const Row& row, int column) {
    return row.instant(column);
}

KeptReport read_report(const Row& row) {
    KeptReport report;
    report.id = row.id<NationalReport>(0);
    report.state = row.string(1);
    report.survey = row.id<SurveyVersion>(2);
    report.year = row.integer(3);
    report.stage = static_cast<ReportStage>(row.integer(4));
    report.revision = row.integer(5);
    report.opened_at = row.instant(6);
    report.opened_by = row.integer(7);
    report.submitted_at = row.maybe(8, instant_at);
    report.release = row.integer(9);
    return report;
}

} // namespace

std::optional<Sha256> survey_digest(Session& session, Id<SurveyVersion> id) {
    return session.one(
        survey_digest_query, [](const Row& row) { return row.digest(0); }, id);
}

Id<NationalReport> add_report(Session& session, const KeptReport& report) {
    const auto id = session.number(add_report_query, report.state, report.survey, report.year, report.stage,
                                   report.revision, report.opened_at, report.opened_by, report.submitted_at,
                                   report.release);
    require(id.has_value(), "the number of a new report");
    return Id<NationalReport>{*id};
}

bool change_report(Session& session, const KeptReport& report, std::int64_t seen) {
    return session.execute(change_report_query, report.id, seen, report.stage, report.revision,
                           report.submitted_at, report.release) == 1;
}

void touch_report(Session& session, Id<NationalReport> id) {
    session.execute(touch_query, id);
}

std::optional<KeptReport> report(Session& session, Id<NationalReport> id) {
    return session.one(report_query, read_report, id);
}

std::vector<KeptReport> reports_of(Session& session, std::string_view state) {
    return session.all(of_state_query, read_report, state);
}

std::vector<KeptReport> released_reports(Session& session, std::int64_t first, std::int64_t last) {
    return session.all(released_query, read_report, first, last);
}

void add_step(Session& session, Id<NationalReport> report, const ReportHistoryStep& step) {
    session.execute(add_step_query, report, step.verb, step.stage, step.revision, step.note, step.person,
                    step.at);
}

std::vector<ReportHistoryStep> steps(Session& session, Id<NationalReport> report) {
    return session.all(
        steps_query,
        [](const Row& row) {
            return ReportHistoryStep{static_cast<ReportVerb>(row.integer(0)),
                                     static_cast<ReportStage>(row.integer(1)),
                                     row.integer(2),
                                     row.string(3),
                                     row.integer(4),
                                     row.instant(5)};
        },
        report);
}

void put_help(Session& session, Id<NationalReport> report, const Help& help) {
    session.execute(put_help_query, report, help.organisation, help.until, help.allowed_at, help.allowed_by);
}

bool end_help(Session& session, Id<NationalReport> report, std::string_view organisation, Day today,
              Instant at) {
    return session.execute(end_help_query, report, organisation, today, at) == 1;
}

std::vector<Help> help(Session& session, Id<NationalReport> report) {
    return session.all(
        help_query,
        [](const Row& row) {
            return Help{row.string(0), row.day(1), row.instant(2), row.integer(3), row.maybe(4, instant_at)};
        },
        report);
}

std::vector<KeptReport> helped_by(Session& session, std::string_view organisation, Day today) {
    return session.all(helped_by_query, read_report, organisation, today);
}

void put_task(Session& session, Id<NationalReport> report, const SectionTask& task) {
    session.execute(put_task_query, report, task.section, task.ministry, task.person, task.due, task.ready,
                    task.set_at);
}

std::vector<SectionTask> tasks(Session& session, Id<NationalReport> report) {
    return session.all(
        tasks_query,
        [](const Row& row) {
            return SectionTask{row.string(0),  row.string(1),
                               row.integer(2), row.maybe(3, [](const Row& r, int c) { return r.day(c); }),
                               row.truth(4),   row.instant(5)};
        },
        report);
}

std::int64_t add_comment(Session& session, Id<NationalReport> report, const AnswerComment& comment) {
    const auto id =
        session.number(add_comment_query, report, comment.question, comment.text, comment.person, comment.at);
    require(id.has_value(), "the number of a new comment");
    return *id;
}

bool settle_comment(Session& session, Id<NationalReport> report, std::int64_t comment) {
    return session.execute(settle_comment_query, report, comment) == 1;
}

std::vector<AnswerComment> comments(Session& session, Id<NationalReport> report) {
    return session.all(
        comments_query,
        [](const Row& row) {
            return AnswerComment{row.integer(0), row.string(1),  row.string(2),
                                 row.integer(3), row.instant(4), row.truth(5)};
        },
        report);
}

} // namespace poa::national_reports::store
