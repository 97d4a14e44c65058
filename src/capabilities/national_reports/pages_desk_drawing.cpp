// SPDX-License-Identifier: Apache-2.0
// The desk of a delegation, approval, the history of an answer, and acts as forms.
#include "capabilities/national_reports/acts_reports.hpp"
#include "capabilities/national_reports/commands/assign_section.hpp"
#include "capabilities/national_reports/commands/open_report.hpp"
#include "capabilities/national_reports/national_report.hpp"
#include "capabilities/national_reports/pages_reports_drawing.hpp"
#include "web/html.hpp"

#include <algorithm>

namespace poa::national_reports {
namespace {

using namespace web::html;
using web::Entered;
using web::Html;
using web::Screen;
using web::Url;
using web::Visit;

Url report_url(std::int64_t report) {
    return Url::of("my-reports", std::to_string(report));
}
Url act_url(const ReportHead& head, std::string_view command) {
    return report_url(head.report).below("act").below(command);
}

Screen screen_of(const Visit& visit, std::string title, Html body) {
    Screen screen;
    screen.title = std::move(title);
    screen.section = "reports";
    screen.crumbs = {{std::string(visit.in.tr("National reports")), Url("/reports")},
                     {std::string(visit.in.tr("Your reports")), Url("/my-reports")}};
    screen.body = std::move(body);
    return screen;
}

std::string_view stage_words(std::string_view stage, const Visit& visit) {
    using enum ReportStage;
    for (ReportStage each : {open, approving, submitted, revising, withdrawn})
        if (name_of(each) == stage) return visit.in.tr(title_of(each));
    return stage;
}

std::string title_of(const ReportHead& head) {
    return head.name + ": " + head.survey_title + ", " + std::to_string(head.year);
}

Screen report_screen(const ReportHead& head, const Visit& visit, std::string title, Html body) {
    Screen screen = screen_of(visit, std::move(title), std::move(body));
    screen.crumbs.push_back({title_of(head), report_url(head.report)});
    return screen;
}

Html desk_row(const DeskRow& row, const Visit& visit) {
    const auto& in = visit.in;
    std::string done = in.tr("{answered} of {asked}",
                             {{"answered", in.number(row.answered)}, {"asked", in.number(row.asked)}});
    return tr(th(scope("row"), a(href(report_url(row.report)),
                                 bdi(row.name + ": " + row.survey_title + ", " + std::to_string(row.year)))),
              td(data_label(in.tr("Stage")), stage_words(row.stage, visit)),
              td(data_label(in.tr("Answered")), done),
              td(data_label(in.tr("To confirm")), in.number(row.to_confirm)),
              td(data_label(in.tr("Minutes left")), in.number(row.minutes_left)));
}

Html open_form(const DeskPage& page, const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    if (page.state.empty()) return {};
    Html rows;
    for (const SurveyToAnswer& survey : page.surveys)
        rows += tr(th(scope("row"), bdi(survey.title)), td(data_label(in.tr("Survey")), code(survey.survey)),
                   td(data_label(in.tr("Questions")), in.number(survey.questions)),
                   td(data_label(in.tr("Minutes")), in.number(survey.minutes)));
    InputValues start;
    start.set("state", page.state);
    start.set("year", std::to_string(page.year));
    if (!page.surveys.empty()) start.set("survey", page.surveys.front().survey);
    return section(h2(in.tr("Begin a report")),
                   p(in.tr("What your State said in earlier reports is filled in for you to confirm.")),
                   table(css("table table-list"), caption(in.tr("Surveys in use")),
                         thead(tr(th(scope("col"), in.tr("Title")), th(scope("col"), in.tr("Survey")),
                                  th(scope("col"), in.tr("Questions")), th(scope("col"), in.tr("Minutes")))),
                         tbody(rows)),
                   web::form_for(input_of(Of<OpenReport>{}), Url("/my-reports/open_report"), visit, entered,
                                 {.submit = in.tr("Begin this report"), .start = &start}));
}

Html act_link(const ReportHead& head, std::string_view command, const Visit& visit) {
    return li(a(css("btn btn-secondary"), href(act_url(head, command)),
                visit.in.tr(find_report_act(command)->title)));
}

Html approval_acts(const ApprovalPage& page, const Visit& visit) {
    const ReportHead& head = page.head;
    Html list;
    if (head.is_own && (head.stage == "open" || head.stage == "revising"))
        list += act_link(head, "put_up_report", visit);
    if (head.may_approve && head.stage == "approving") {
        list += act_link(head, "submit_report", visit);
        list += act_link(head, "send_back_report", visit);
    }
    if (head.is_own && (head.stage == "submitted" || head.stage == "withdrawn"))
        list += act_link(head, "revise_report", visit);
    if (head.may_approve && head.release > 0 && head.stage != "withdrawn" && head.stage != "open")
        list += act_link(head, "withdraw_report", visit);
    if (head.may_approve) list += act_link(head, "allow_help", visit);
    for (const AllowedHelp& help : page.help)
        list += li(bdi(help.organisation), " ",
                   visit.in.tr("helps until {day}", {{"day", visit.in.day(help.until)}}), " ",
                   when(head.may_approve, [&] {
                       return a(href(act_url(head, "end_help").with("organisation", help.organisation)),
                                visit.in.tr("End the help"));
                   }));
    return ul(css("button-list"), list);
}

Html names_of(const ReportHead& head, const std::vector<QuestionName>& names) {
    return ul(each(names, [&](const QuestionName& each) {
        return li(
            a(href(report_url(head.report).below("answers").below(each.question)), dir("auto"), each.label));
    }));
}

/// What the approving authority may do of it with the library of practices.
Html offer_of(const ApprovalPage& page, const ApprovalRow& row, const Visit& visit) {
    if (!row.may_be_offered || !page.head.may_approve) return {};
    return group(" ", a(href(act_url(page.head, "offer_practice").with("question", row.question)),
                        row.is_offered ? visit.in.tr("Offered to the library of practices")
                                       : visit.in.tr("Offer it to the library of practices")));
}

Html released_table(const ApprovalPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html rows;
    for (const ApprovalRow& row : page.rows)
        rows += tr(th(scope("row"), lang(row.language), dir("auto"), row.label),
                   td(data_label(in.tr("Answer")), dir("auto"), row.answer),
                   td(data_label(in.tr("Will be seen by")), sharing_words(row.sharing, visit),
                      offer_of(page, row, visit)));
    return table(css("table table-list"), caption(in.tr("What would be released, and to whom")),
                 thead(tr(th(scope("col"), in.tr("Question")), th(scope("col"), in.tr("Answer")),
                          th(scope("col"), in.tr("Will be seen by")))),
                 tbody(rows));
}

std::string_view verb_words(std::string_view verb, const Visit& visit) {
    const auto& in = visit.in;
    if (verb == "put_up") return in.tr("put before the approving authority");
    if (verb == "send_back") return in.tr("sent back");
    if (verb == "submit") return in.tr("submitted");
    if (verb == "revise") return in.tr("revision begun");
    if (verb == "withdraw") return in.tr("withdrawn");
    return in.tr("taken back by a change of answers");
}

Html settle_link(const HistoryPage& page, const VersionRow& row, const Visit& visit) {
    if (row.revision != 0 || row.settled || !page.head.is_own) return {};
    const Url settle = act_url(page.head, "settle_answer").with("question", page.question);
    return group(
        p(a(href(settle.with("version", std::to_string(row.number))), visit.in.tr("Take this text"))),
        p(a(href(settle), visit.in.tr("Keep the answer as it is, or write one out of both"))));
}

/// The same declaration with the delegation's people to choose from.
class AssignForm : public InputSpec {
  public:
    explicit AssignForm(const ReportActPage& page) : InputSpec(input_of(Of<AssignSection>{}).name()) {
        for (const PersonChoice& person : page.people) numbers_.push_back(std::to_string(person.person));
        for (FieldSpec field : input_of(Of<AssignSection>{}).fields()) {
            if (field.name == "person") field = choice_of(std::move(field), page);
            add(std::move(field), [](void*, const FieldSpec&, const InputValues::Value*, Refusal&) {});
        }
    }

  private:
    FieldSpec choice_of(FieldSpec field, const ReportActPage& page) const {
        field.kind = FieldKind::choice;
        for (std::size_t at = 0; at < numbers_.size(); ++at)
            field.rules.choices.push_back({numbers_[at], page.people[at].name});
        return field;
    }
    std::vector<std::string> numbers_;
};

Html hidden_fields(const ReportActPage& page, const Visit& visit) {
    return group(
        when(!visit.visitor->form_token().empty(),
             [&] { return input(type("hidden"), name("form_token"), value(visit.visitor->form_token())); }),
        input(type("hidden"), name("question"), value(page.question)),
        input(type("hidden"), name("seen"), value(std::to_string(page.seen))));
}

Html text_choice(const ReportActPage& page, const VersionRow& row, const Visit& visit) {
    const auto& in = visit.in;
    const std::string own = "version-" + std::to_string(row.number);
    std::string said(row.number == 0 ? in.tr("The answer as it stands") : in.tr("Stands beside"));
    if (!row.person.empty()) said += " · " + row.person + " · " + in.moment(row.at);
    return div(css("form-check"),
               input(css("form-check-input"), type("radio"), id(own), name("version"),
                     value(std::to_string(row.number)), checked(row.number == page.version)),
               " ",
               label(for_(own), strong(bdi(said)), br(),
                     span(dir("auto"), row.text.empty() ? std::string(in.tr("No answer")) : row.text)));
}

/// One text of those there are, or one that a person writes out of them.
Html settle_forms(const ReportActPage& page, const ReportAct& act, const Visit& visit,
                  const Entered& entered) {
    const auto& in = visit.in;
    const Url target = report_url(page.head.report).below(page.command);
    Html choices;
    for (const VersionRow& row : page.texts) choices += text_choice(page, row, visit);
    Html made = group(web::problem_summary(*act.input, visit, entered),
                      form(css("form"), method("post"), action(target), hidden_fields(page, visit),
                           fieldset(css("field"), legend(in.tr("Take one of the texts")), choices),
                           button(css("btn btn-primary"), type("submit"), in.tr("Take this text"))));
    if (page.writable)
        made += section(h2(in.tr("Or write one out of both")),
                        form(css("form"), method("post"), action(target), novalidate(),
                             hidden_fields(page, visit), input(type("hidden"), name("version"), value("0")),
                             div(css("field"), draw_answer_fields(page.head, *page.writable, visit, entered)),
                             button(css("btn btn-primary"), type("submit"), in.tr("Take what I wrote"))));
    return made;
}

/// The form of an act on a report.
Html act_form(const ReportActPage& page, const ReportAct& act, const Visit& visit, const Entered& entered,
              const InputValues& start) {
    if (page.command == "settle_answer" && !page.texts.empty())
        return settle_forms(page, act, visit, entered);
    const web::FormLook look{.submit = visit.in.tr(act.title), .start = &start};
    const Url target = report_url(page.head.report).below(page.command);
    if (page.command == "assign_section")
        return web::form_for(AssignForm(page), target, visit, entered, look);
    return web::form_for(*act.input, target, visit, entered, look);
}

Html tasks_of(const DeskPage& page, const Visit& visit) {
    const auto& in = visit.in;
    if (page.tasks.empty()) return {};
    return section(
        h2(in.tr("Sections you were asked for")), ul(each(page.tasks, [&](const DeskTask& task) -> Html {
            std::string more = task.ministry;
            if (task.due)
                more += (more.empty() ? "" : ", ") + in.tr("due {day}", {{"day", in.day(*task.due)}});
            return li(a(href(report_url(task.report).with("section", task.section)), lang(task.language),
                        task.title),
                      " ", small(css("muted"), bdi(task.report_title), more.empty() ? "" : " · ", bdi(more)));
        })));
}

Html version_item(const HistoryPage& page, const VersionRow& row, const Visit& visit) {
    const auto& in = visit.in;
    std::string state = in.tr("Revision {n}", {{"n", std::to_string(row.revision)}});
    if (row.revision == 0) state = row.settled ? in.tr("Stood beside") : in.tr("Stands beside");
    return li(p(strong(state), " · ", bdi(row.person), " · ", in.moment(row.at)),
              when(!row.text.empty(), [&] { return p(dir("auto"), row.text); }),
              evidence_list(row.files, visit), settle_link(page, row, visit));
}

Html comments_of(const HistoryPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html list;
    for (const CommentRow& row : page.comments)
        list += li(p(bdi(row.person), " · ", in.moment(row.at)), p(dir("auto"), row.text),
                   row.settled ? Html(p(in.tr("Settled")))
                               : Html(p(a(href(act_url(page.head, "settle_comment")
                                                   .with("question", page.question)
                                                   .with("comment", std::to_string(row.comment))),
                                          in.tr("Settle this comment")))));
    return section(h2(in.tr("Comments")), ul(list),
                   p(a(href(act_url(page.head, "comment_answer").with("question", page.question)),
                       in.tr("Comment on an answer"))));
}

} // namespace

Screen draw_desk(const DeskPage& page, const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    Html rows;
    for (const DeskRow& row : page.rows) rows += desk_row(row, visit);
    Html list =
        page.rows.empty()
            ? Html(p(in.tr("There is no report here yet.")))
            : Html(table(css("table table-list"), caption(in.tr("Reports you can fill in")),
                         thead(tr(th(scope("col"), in.tr("Report")), th(scope("col"), in.tr("Stage")),
                                  th(scope("col"), in.tr("Answered")), th(scope("col"), in.tr("To confirm")),
                                  th(scope("col"), in.tr("Minutes left")))),
                         tbody(rows)));
    Screen screen = screen_of(visit, std::string(in.tr("Your reports")),
                              group(h1(css("page-title"), in.tr("Your reports")),
                                    draw_device_panel(nullptr, {}, page.reader, visit), tasks_of(page, visit),
                                    list, open_form(page, visit, entered)));
    screen.crumbs.pop_back();
    screen.form_page = Url("/my-reports");
    return screen;
}

Screen draw_approval(const ApprovalPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html steps;
    for (const StepRow& row : page.steps)
        steps += li(in.moment(row.at), ": ", bdi(row.person), ", ", verb_words(row.verb, visit),
                    when(!row.note.empty(), [&] { return group(": ", bdi(row.note)); }));
    Html body =
        group(h1(css("page-title"), in.tr("Approval: what will be seen by whom")),
              p(css("page-lead"), stage_words(page.head.stage, visit)),
              when(!page.unsettled.empty(),
                   [&] {
                       return section(css("notice notice-caution"), h2(in.tr("To be settled first")),
                                      names_of(page.head, page.unsettled));
                   }),
              when(!page.unconfirmed.empty(),
                   [&] {
                       return section(css("notice"), h2(in.tr("Stays at home: nobody has confirmed it")),
                                      names_of(page.head, page.unconfirmed));
                   }),
              released_table(page, visit), section(h2(in.tr("What you may do")), approval_acts(page, visit)),
              when(!page.steps.empty(), [&] { return section(h2(in.tr("Steps so far")), ol(steps)); }));
    return report_screen(page.head, visit, std::string(in.tr("Approval: what will be seen by whom")),
                         std::move(body));
}

Screen draw_history(const HistoryPage& page, const Visit& visit) {
    const auto& in = visit.in;
    Html body = group(
        h1(css("page-title"), dir("auto"), page.label),
        p(in.tr("Will be seen by:"), " ", sharing_words(page.sharing, visit), " ",
          when(page.head.is_own,
               [&] {
                   return a(href(act_url(page.head, "share_answers").with("question", page.question)),
                            in.tr("Choose who will see it"));
               })),
        section(h2(in.tr("Every text it had")),
                ol(each(page.rows, [&](const VersionRow& row) { return version_item(page, row, visit); }))),
        comments_of(page, visit));
    return report_screen(page.head, visit, page.label, std::move(body));
}

Screen draw_report_act(const ReportActPage& page, const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    const ReportAct* act = find_report_act(page.command);
    require(act != nullptr, "an act that has a form");
    InputValues start;
    for (const auto& [name, text] : {std::pair<std::string, std::string>{"section", page.section},
                                     {"question", page.question},
                                     {"organisation", page.organisation},
                                     {"look", "1"},
                                     {"sha256", page.sha256},
                                     {"version", std::to_string(page.version)},
                                     {"comment", std::to_string(page.comment)},
                                     {"seen", std::to_string(page.seen)},
                                     {"revision", std::to_string(page.head.revision)}})
        start.set(name, text);
    start.set("ministry", page.ministry);
    if (page.due) start.set("due", page.due->iso());
    for (const PersonChoice& person : page.people)
        if (person.chosen) start.set("person", std::to_string(person.person));
    Html body = group(h1(css("page-title"), in.tr(act->title)), p(css("page-lead"), in.tr(act->told)),
                      when(!page.label.empty(), [&] { return p(dir("auto"), strong(page.label)); }),
                      act_form(page, *act, visit, entered, start));
    Screen screen = report_screen(page.head, visit, std::string(in.tr(act->title)), std::move(body));
    screen.form_page =
        act_url(page.head, page.command).with("section", page.section).with("question", page.question);
    return screen;
}

} // namespace poa::national_reports
