// SPDX-License-Identifier: Apache-2.0
// A file of answers comes back: first a look at it, then the act.
#include "capabilities/national_reports/acts_reports.hpp"
#include "capabilities/national_reports/commands/import_answers.hpp"
#include "capabilities/national_reports/converting_form.hpp"
#include "capabilities/national_reports/module_report_turns.hpp"
#include "capabilities/national_reports/pages_reports_drawing.hpp"

#include <boost/describe/class.hpp>

namespace poa::national_reports {
namespace {

using web::Done;
using web::Entered;
using web::Screen;
using web::Url;
using web::Visit;

struct ImportedOutcome {
    std::string question;
    std::string kept; ///< "saved", "merged", "beside", "unchanged": what was done, or would be
    std::int64_t revision = 0;
};
BOOST_DESCRIBE_STRUCT(ImportedOutcome, (), (question, kept, revision))

struct LeftOutcome {
    std::string question;
    std::string place; ///< in the file: "line 12", "answers!E7"
    std::string code, why;
};
BOOST_DESCRIBE_STRUCT(LeftOutcome, (), (question, place, code, why))

struct ImportOutcome {
    std::int64_t report = 0, revision = 0;
    std::string stage;
    bool looked = false; ///< nothing was kept
    std::vector<ImportedOutcome> answers;
    std::vector<std::string> left; ///< questions whose answers are not among them
    std::vector<LeftOutcome> problems;
};
BOOST_DESCRIBE_STRUCT(ImportOutcome, (), (report, revision, stage, looked, answers, left, problems))

ImportOutcome outcome_of(const ImportedAnswers& taken, const web::Sentences& sentences,
                         const web::Wording& in) {
    ImportOutcome made;
    made.report = taken.report.id.number;
    made.revision = taken.report.revision;
    made.stage = name_of(taken.report.stage);
    made.looked = taken.looked;
    for (const KeptAnswer& answer : taken.answers)
        made.answers.push_back({answer.question, std::string(name_of(answer.kept)), answer.revision});
    made.left = taken.left;
    for (const Unread& left : taken.problems)
        made.problems.push_back({left.question, left.place, left.why.code, sentences.say(left.why, in)});
    return made;
}

/// The act's form with what is wrong; a bare one where the report is not the visitor's.
Screen form_again(const ModuleLinks& links, const Visit& visit, const Entered& entered) {
    ReportActPage page;
    page.command = "import_answers";
    InputValues values;
    web::add_path(visit, values);
    const auto* number = values.find("report");
    const std::int64_t report = number != nullptr ? std::atoll(number->text.c_str()) : 0;
    page.head.report = report;
    auto loaded = reading_reports(links, visit, [&](const ReportReading& read) {
        return load_report_act(read, Id<NationalReport>{report}, page);
    });
    return draw_report_act(loaded ? *loaded : page, visit, entered);
}

/// A converter runs before the transaction, and only for somebody who may bring answers back.
Result<ImportAnswers> readable(const Visit& visit, ImportAnswers request) {
    if (auto may = may_act(identity::actor_of(visit), "national_reports.import_answers"); !may)
        return refuse(may.error());
    auto content = without_pdf(std::move(request.file.content));
    if (!content) return refuse(content.error());
    request.file.content = std::move(*content);
    return request;
}

} // namespace

void add_import_route(web::Routes& routes, const ModuleLinks& links) {
    const web::Sentences& sentences = routes.sentences();
    routes.command<ImportAnswers, ImportOutcome>(
        "/my-reports/{report}/import_answers",
        {"national_reports.import_answers", N_("Bring answers back from a file")},
        input_of(Of<ImportAnswers>{}),
        [links, &sentences](const Visit& visit, const ImportAnswers& request) -> Result<Done<ImportOutcome>> {
            const auto read = readable(visit, request);
            if (!read) return refuse(read.error());
            auto taken = ledger::in_turn(links.database, links.clock, [&](ledger::Work& work) {
                return import_answers(work, identity::actor_of(visit), *read);
            });
            if (!taken) return refuse(taken.error());
            Done<ImportOutcome> done{
                outcome_of(*taken, sentences, visit.in),
                Url::of("my-reports", std::to_string(request.report.number)).below("approval")};
            if (!taken->looked || visit.face != web::Face::html) return done;
            auto page = reading_reports(links, visit, [&](const ReportReading& reading) {
                return load_import(reading, *taken, sentences);
            });
            if (!page) return refuse(page.error());
            done.shown = draw_import(*page, visit);
            return done;
        },
        [links](const Visit& visit, const Entered& entered) { return form_again(links, visit, entered); });
}

} // namespace poa::national_reports
