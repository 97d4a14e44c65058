// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "capabilities/national_reports/acts_reports.hpp"
#include "capabilities/national_reports/commands/allow_help.hpp"
#include "capabilities/national_reports/commands/assign_section.hpp"
#include "capabilities/national_reports/commands/attach_evidence.hpp"
#include "capabilities/national_reports/commands/comment_answer.hpp"
#include "capabilities/national_reports/commands/confirm_answers.hpp"
#include "capabilities/national_reports/commands/end_help.hpp"
#include "capabilities/national_reports/commands/mark_section.hpp"
#include "capabilities/national_reports/commands/offer_practice.hpp"
#include "capabilities/national_reports/commands/open_report.hpp"
#include "capabilities/national_reports/commands/put_up_report.hpp"
#include "capabilities/national_reports/commands/remove_evidence.hpp"
#include "capabilities/national_reports/commands/revise_report.hpp"
#include "capabilities/national_reports/commands/save_answers.hpp"
#include "capabilities/national_reports/commands/send_back_report.hpp"
#include "capabilities/national_reports/commands/settle_answer.hpp"
#include "capabilities/national_reports/commands/settle_comment.hpp"
#include "capabilities/national_reports/commands/share_answers.hpp"
#include "capabilities/national_reports/commands/submit_report.hpp"
#include "capabilities/national_reports/commands/withdraw_report.hpp"
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

/// What a program gets of an act on a report.
struct ReportOutcome {
    std::int64_t report = 0, year = 0, revision = 0, release = 0;
    std::string state, stage;
};
BOOST_DESCRIBE_STRUCT(ReportOutcome, (), (report, year, revision, release, state, stage))

/// An answer as it is now, for who sent another.
struct AnswerNow {
    std::vector<std::string> chosen;
    std::string text; ///< also a day
    std::vector<std::vector<std::string>> rows;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(AnswerNow, (), (chosen, text, rows, note))

struct KeptOutcome {
    std::string question;
    std::string kept; ///< "saved", "merged", "beside", "unchanged"
    std::int64_t revision = 0;
    std::optional<AnswerNow> now; ///< where it is not what was sent
};
BOOST_DESCRIBE_STRUCT(KeptOutcome, (), (question, kept, revision, now))

struct AnswersOutcome {
    std::int64_t report = 0, revision = 0;
    std::string stage;
    std::vector<KeptOutcome> answers;
};
BOOST_DESCRIBE_STRUCT(AnswersOutcome, (), (report, revision, stage, answers))

ReportOutcome outcome_of(const KeptReport& report) {
    return {report.id.number, report.year,  report.revision,
            report.release,   report.state, std::string(name_of(report.stage))};
}

AnswersOutcome outcome_of(const KeptReport& report, const std::vector<KeptAnswer>& answers) {
    AnswersOutcome made{report.id.number, report.revision, std::string(name_of(report.stage)), {}};
    for (const KeptAnswer& answer : answers) {
        made.answers.push_back({answer.question, std::string(name_of(answer.kept)), answer.revision, {}});
        if (const auto& now = answer.now)
            made.answers.back().now =
                AnswerNow{now->chosen, now->day ? now->day->iso() : now->text, now->rows, now->note};
    }
    return made;
}

std::string entered_text(const Entered& entered, std::string_view name) {
    const auto* value = entered.values != nullptr ? entered.values->find(name) : nullptr;
    return value != nullptr ? value->text : std::string();
}

std::int64_t number_in(const std::string& text) {
    std::int64_t number = 0;
    for (const char digit : text) {
        if (digit < '0' || digit > '9' || number > 1'000'000'000) return 0;
        number = number * 10 + (digit - '0');
    }
    return number;
}

Id<NationalReport> report_in(const Visit& visit) {
    InputValues values;
    web::add_path(visit, values);
    const auto* value = values.find("report");
    return Id<NationalReport>{value != nullptr ? number_in(value->text) : 0};
}

/// The page at hand again with what was entered; a bare one where the report is not the visitor's.
Screen act_again(const ModuleLinks& links, const Visit& visit, const Entered& entered,
                 std::string_view command) {
    ReportActPage page;
    page.command = command;
    page.section = entered_text(entered, "section");
    page.question = entered_text(entered, "question");
    page.organisation = entered_text(entered, "organisation");
    page.sha256 = entered_text(entered, "sha256");
    page.version = number_in(entered_text(entered, "version"));
    page.head.report = report_in(visit).number;
    auto loaded = reading_reports(links, visit, [&](const ReportReading& read) {
        return load_report_act(read, report_in(visit), page);
    });
    return draw_report_act(loaded ? *loaded : page, visit, entered);
}

Screen section_again(const ModuleLinks& links, const Visit& visit, const Entered& entered) {
    auto page = reading_reports(links, visit, [&](const ReportReading& read) {
        return load_fill_in(read, report_in(visit), entered_text(entered, "section"));
    });
    if (page) return draw_fill_in(*page, visit, entered);
    FillInPage bare;
    bare.head.report = report_in(visit).number;
    return draw_fill_in(bare, visit, entered);
}

Url report_url(Id<NationalReport> report) {
    return Url::of("my-reports", std::to_string(report.number));
}

/// The section again, with what met another's text in the address: the page tells of it.
Url after_save(const SaveAnswers& request, const SavedAnswers& saved) {
    const auto named = [&](Kept kept) {
        std::string names;
        for (const KeptAnswer& answer : saved.answers)
            if (answer.kept == kept) names += (names.empty() ? "" : " ") + answer.question;
        return names;
    };
    Url url = report_url(request.report).with("section", request.section);
    if (const std::string merged = named(Kept::merged); !merged.empty()) url = url.with("merged", merged);
    if (const std::string beside = named(Kept::beside); !beside.empty()) url = url.with("beside", beside);
    return url;
}

/// Where an act leads back to: the answer, the section, or what would be released.
template <class Request> Url after_act(const Request& request) {
    if constexpr (requires { request.question; })
        if (!request.question.empty())
            return report_url(request.report).below("answers").below(request.question);
    if constexpr (requires { request.section; })
        if (!request.section.empty()) return report_url(request.report).with("section", request.section);
    return report_url(request.report).below("approval");
}

class Commands {
  public:
    Commands(web::Routes& routes, const ModuleLinks& links) : routes_(routes), links_(links) {}

    template <class Request, class Run> void add(std::string_view command, Of<Request> of, Run run) {
        const std::string name(command);
        routes_.command<Request, ReportOutcome>(
            "/my-reports/{report}/" + name, {"national_reports." + name, find_report_act(command)->title},
            input_of(of),
            [links = links_, run](const Visit& visit, const Request& request) -> Result<Done<ReportOutcome>> {
                auto done = ledger::in_turn(
                    links.database, links.clock, [&](ledger::Work& work) -> Result<ReportOutcome> {
                        auto ran = run(work, identity::actor_of(visit), request);
                        if (!ran) return refuse(ran.error());
                        return outcome_of(store::report(work.session(), request.report).value());
                    });
                if (!done) return refuse(done.error());
                return Done<ReportOutcome>{*done, after_act(request)};
            },
            [links = links_, name](const Visit& visit, const Entered& entered) {
                return act_again(links, visit, entered, name);
            });
    }

  private:
    web::Routes& routes_;
    const ModuleLinks& links_;
};

void add_open(web::Routes& routes, const ModuleLinks& links) {
    routes.command<OpenReport, ReportOutcome>(
        "/my-reports/open_report", {"national_reports.open_report", N_("Begin a report")},
        input_of(Of<OpenReport>{}),
        [links](const Visit& visit, const OpenReport& request) -> Result<Done<ReportOutcome>> {
            auto made = ledger::in_turn(links.database, links.clock, [&](ledger::Work& work) {
                return open_report(work, identity::actor_of(visit), request);
            });
            if (!made) return refuse(made.error());
            return Done<ReportOutcome>{outcome_of(*made), report_url(made->id), {}, 201};
        },
        [links](const Visit& visit, const Entered& entered) {
            auto page = reading_reports(links, visit, load_desk);
            return draw_desk(page ? *page : DeskPage{}, visit, entered);
        });
}

void add_save(web::Routes& routes, const ModuleLinks& links) {
    routes.command<SaveAnswers, AnswersOutcome>(
        "/my-reports/{report}/save_answers",
        {"national_reports.save_answers", N_("Save answers of a report")}, input_of(Of<SaveAnswers>{}),
        [links](const Visit& visit, const SaveAnswers& request) -> Result<Done<AnswersOutcome>> {
            auto saved = ledger::in_turn(links.database, links.clock, [&](ledger::Work& work) {
                return save_answers(work, identity::actor_of(visit), request);
            });
            if (!saved) return refuse(saved.error());
            return Done<AnswersOutcome>{outcome_of(saved->report, saved->answers),
                                        after_save(request, *saved)};
        },
        [links](const Visit& visit, const Entered& entered) { return section_again(links, visit, entered); });
}

/// Named parties with each "group:african-group" as its Member States of today: who joins it later was not
/// chosen. A group that is none stays as it was typed, and is refused as a party.
std::string with_groups_named(const members::Register& states, Day today, const std::string& typed) {
    std::string named;
    for (std::string_view line : split(typed, '\n'))
        for (std::string_view part : split(line, ',')) {
            const std::string_view party = trim(part);
            const bool is_group = party.starts_with("group:") && states.group(party.substr(6)) != nullptr;
            if (!is_group) named += std::string(party) + "\n";
            if (is_group)
                for (const members::State* state :
                     states.in_group(party.substr(6), today, members::Language::en))
                    named += "state:" + std::string(state->iso3.text()) + "\n";
        }
    return named;
}

} // namespace

void add_report_commands(web::Routes& routes, const ModuleLinks& links) {
    add_open(routes, links);
    add_save(routes, links);
    Commands commands(routes, links);
    commands.add("confirm_answers", Of<ConfirmAnswers>{}, confirm_answers);
    commands.add("share_answers", Of<ShareAnswers>{},
                 [&states = links.states](ledger::Work& work, const identity::Actor& actor,
                                          const ShareAnswers& request) {
                     ShareAnswers named = request;
                     named.parties = with_groups_named(*states.now(), Day::of(work.now()), request.parties);
                     return share_answers(work, actor, named);
                 });
    commands.add("settle_answer", Of<SettleAnswer>{}, settle_answer);
    commands.add("assign_section", Of<AssignSection>{}, assign_section);
    commands.add("mark_section", Of<MarkSection>{}, mark_section);
    commands.add("attach_evidence", Of<AttachEvidence>{},
                 [&files = links.files](ledger::Work& work, const identity::Actor& actor,
                                        const AttachEvidence& request) {
                     return attach_evidence(work, actor, request, files);
                 });
    commands.add("remove_evidence", Of<RemoveEvidence>{}, remove_evidence);
    commands.add("comment_answer", Of<CommentAnswer>{}, comment_answer);
    commands.add("settle_comment", Of<SettleComment>{}, settle_comment);
    commands.add("put_up_report", Of<PutUpReport>{}, put_up_report);
    commands.add("send_back_report", Of<SendBackReport>{}, send_back_report);
    commands.add("submit_report", Of<SubmitReport>{}, submit_report);
    commands.add("revise_report", Of<ReviseReport>{}, revise_report);
    commands.add("withdraw_report", Of<WithdrawReport>{}, withdraw_report);
    commands.add("offer_practice", Of<OfferPractice>{}, offer_practice);
    commands.add("allow_help", Of<AllowHelp>{}, allow_help);
    commands.add("end_help", Of<EndHelp>{}, end_help);
}

} // namespace poa::national_reports
