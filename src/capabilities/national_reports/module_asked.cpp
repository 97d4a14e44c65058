// SPDX-License-Identifier: Apache-2.0
// Routes of questions about reports, and of what is answered.
#include "capabilities/national_reports/module_asked.hpp"

#include "capabilities/national_reports/commands/answer_about_report.hpp"
#include "capabilities/national_reports/commands/ask_about_report.hpp"
#include "capabilities/national_reports/module_report_turns.hpp"
#include "capabilities/national_reports/pages_asked_drawing.hpp"
#include "capabilities/national_reports/pages_asked_loading.hpp"

namespace poa::national_reports {
namespace {

using web::Done;
using web::Entered;
using web::Url;
using web::Visit;

struct QuestionsQuery {
    std::string state, question;
    std::int64_t year = 0;
};
const Input<QuestionsQuery>& questions_query() {
    static const auto input =
        Input<QuestionsQuery>("national_reports.report_questions")
            .line("state", &QuestionsQuery::state, {.label = N_("State"), .characters_max = 3})
            .number("year", &QuestionsQuery::year, {.label = N_("Year"), .least = 2000, .most = 2200})
            .line("question", &QuestionsQuery::question,
                  {.label = N_("Question"), .required = false, .characters_max = 64});
    return input;
}

/// What a program gets of it.
struct AskedOutcome {
    std::int64_t asked = 0;
    std::string question;
    bool answered = false;
};
BOOST_DESCRIBE_STRUCT(AskedOutcome, (), (asked, question, answered))

/// Where the question stands.
Url page_of(const ModuleLinks& links, const AskedQuestion& asked) {
    const auto report =
        links.database.read([&](storage::Session& session) { return store::report(session, asked.report); });
    return Url::of("reports", report->state, std::to_string(report->year), "questions");
}

Done<AskedOutcome> done_of(const ModuleLinks& links, const AskedQuestion& asked, int status) {
    return {
        {asked.id.number, asked.question, asked.answered_at.has_value()}, page_of(links, asked), {}, status};
}

ReportQuestionsPage page_again(const ModuleLinks& links, const Visit& visit, const QuestionsQuery& query) {
    auto page = reading_reports(links, visit, [&](const ReportReading& read) {
        return load_report_questions(read, query.state, query.year, query.question);
    });
    return page ? *page : ReportQuestionsPage{};
}

void add_asking(web::Routes& routes, const ModuleLinks& links) {
    routes.command<AskAboutReport, AskedOutcome>(
        "/reports/{state}/{year}/ask_about_report",
        {"national_reports.ask_about_report", N_("Ask about an answer of a report, in writing")},
        input_of(Of<AskAboutReport>{}),
        [links](const Visit& visit, const AskAboutReport& request) -> Result<Done<AskedOutcome>> {
            auto asked = ledger::in_turn(links.database, links.clock, [&](ledger::Work& work) {
                return ask_about_report(work, identity::actor_of(visit), request);
            });
            if (!asked) return refuse(asked.error());
            return done_of(links, *asked, 201);
        },
        [links](const Visit& visit, const Entered& entered) {
            InputValues values;
            web::add_path(visit, values);
            if (entered.values != nullptr)
                if (const auto* question = entered.values->find("question"))
                    values.set("question", question->text);
            const auto query = questions_query().parse(values);
            return draw_report_questions(query ? page_again(links, visit, *query) : ReportQuestionsPage{},
                                         visit, entered, 0);
        });
}

void add_answering(web::Routes& routes, const ModuleLinks& links) {
    routes.command<AnswerAboutReport, AskedOutcome>(
        "/report-questions/{asked}/answer_about_report",
        {"national_reports.answer_about_report", N_("Answer what was asked about a report")},
        input_of(Of<AnswerAboutReport>{}),
        [links](const Visit& visit, const AnswerAboutReport& request) -> Result<Done<AskedOutcome>> {
            auto answered = ledger::in_turn(links.database, links.clock, [&](ledger::Work& work) {
                return answer_about_report(work, identity::actor_of(visit), request);
            });
            if (!answered) return refuse(answered.error());
            return done_of(links, *answered, 200);
        },
        [links](const Visit& visit, const Entered& entered) {
            InputValues values;
            web::add_path(visit, values);
            values.set("words", "-");
            const auto request = input_of(Of<AnswerAboutReport>{}).parse(values);
            const auto report =
                links.database.read([&](storage::Session& session) -> std::optional<KeptReport> {
                    const auto asked = request ? store::asked(session, request->asked) : std::nullopt;
                    return asked ? store::report(session, asked->report) : std::nullopt;
                });
            QuestionsQuery query;
            if (report) query = {report->state, "", report->year};
            return draw_report_questions(page_again(links, visit, query), visit, entered,
                                         request ? request->asked.number : 0);
        });
}

} // namespace

void add_asked_routes(web::Routes& routes, const ModuleLinks& links) {
    const auto say = [&](std::string_view code, std::string_view sentence) {
        routes.sentence("national_reports." + std::string(code), sentence);
    };
    say("no_such_released_answer", N_("There is no such answer in a release that you may read."));
    say("own_report", N_("A State does not ask itself about its report."));
    say("no_such_asked", N_("There is no such question about a release that you may read."));
    say("asked_of_others", N_("Only the reporting State answers what was asked about its report."));
    say("answered_already", N_("Your State has answered it already."));
    routes.page<ReportQuestionsPage>(
        "/reports/{state}/{year}/questions",
        {"national_reports.report_questions", N_("What States ask about a report, with the response"), false},
        questions_query(),
        [links](const Visit& visit, const QuestionsQuery& query) {
            return reading_reports(links, visit, [&](const ReportReading& read) {
                return load_report_questions(read, query.state, query.year, query.question);
            });
        },
        [](const ReportQuestionsPage& page, const Visit& visit) {
            return draw_report_questions(page, visit, {}, 0);
        });
    add_asking(routes, links);
    add_answering(routes, links);
}

} // namespace poa::national_reports
