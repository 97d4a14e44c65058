// SPDX-License-Identifier: Apache-2.0
// The form of a section.
#include "capabilities/national_reports/commands/save_answers.hpp"
#include "capabilities/national_reports/pages_reports_drawing.hpp"
#include "web/html.hpp"
#include "web/refusals.hpp"

#include <algorithm>

namespace poa::national_reports {
namespace {

using namespace web::html;
using web::Entered;
using web::Html;
using web::Screen;
using web::Url;
using web::Visit;
using Value = InputValues::Value;

constexpr std::size_t empty_rows = 3; ///< to write into, below those of a table

Url report_url(const ReportHead& head) {
    return Url::of("my-reports", std::to_string(head.report));
}
Url act_url(const ReportHead& head, std::string_view command, std::string_view section) {
    return report_url(head).below("act").below(command).with("section", section);
}

/// The names of questions, for the list of problems.
class QuestionLabels : public InputSpec {
  public:
    explicit QuestionLabels(const FillInPage& page) : InputSpec("national_reports.answers") {
        for (const QuestionRow& row : page.questions)
            add(FieldSpec{row.question, FieldKind::line, {.label = row.label}, false},
                [](void*, const FieldSpec&, const Value*, Refusal&) {});
    }
};

/// One question of the form, with what was entered where the form comes back.
class Drawing {
  public:
    Drawing(const FillInPage& page, const QuestionRow& row, const Visit& visit, const Entered& entered)
        : page_(page), row_(row), visit_(visit), entered_(entered), name_("answers." + row.question),
          field_("field-" + name_) {}

    Html fields() { return group(control(), problems(), note()); }
    Html draw() {
        return div(css("question"), id("question-" + row_.question), control(), problems(), note(), marks(),
                   beside(), comments());
    }

  private:
    [[nodiscard]] const Value* sent(const std::string& name) const {
        return entered_.values == nullptr ? nullptr : entered_.values->find(name);
    }
    [[nodiscard]] std::string shown(const std::string& name, const std::string& kept) const {
        if (entered_.values == nullptr) return kept;
        const Value* value = sent(name);
        return value == nullptr ? std::string() : value->text;
    }
    [[nodiscard]] bool is_chosen(const ChoiceRow& choice) const {
        if (entered_.values == nullptr) return choice.chosen;
        const Value* value = sent(name_);
        if (value == nullptr) return false;
        return value->text == choice.key || std::ranges::find(value->list, choice.key) != value->list.end();
    }
    [[nodiscard]] Html wording() const {
        const auto& in = visit_.in;
        std::string source = row_.source_document;
        if (!row_.source_place.empty()) source += ", " + row_.source_place;
        return group(span(lang(row_.language), dir("auto"), row_.label), " ",
                     small(css("muted"), bdi(source), source.empty() ? "" : " · ",
                           in.tr_n("about {n} minute", "about {n} minutes", row_.minutes)));
    }
    [[nodiscard]] Html hint() const {
        return when(!row_.hint.empty(), [&] {
            return div(css("field-hint form-text"), id(field_ + "-hint"), lang(row_.language), dir("auto"),
                       row_.hint);
        });
    }
    [[nodiscard]] Html condition() const {
        return when(!row_.asked, [&] {
            return p(css("muted"), visit_.in.tr("Asked only after another answer; it is released with it."));
        });
    }
    [[nodiscard]] Html control() const {
        if (!row_.choices.empty()) return choices();
        if (row_.kind == "table") return cells();
        Html made = label(css("form-label"), for_(field_), wording());
        made += hint();
        made += condition();
        const std::string kept = shown(name_, row_.text);
        if (row_.kind == "text")
            made += textarea(css("form-control"), id(field_), name(name_), rows(5), dir("auto"), kept);
        else
            made += input(css("form-control"), id(field_), name(name_),
                          type(row_.kind == "day" ? "date" : "text"), value(kept),
                          inputmode("decimal", row_.kind == "number"), inputmode("url", row_.kind == "link"),
                          dir("auto"));
        if (row_.kind == "file") made += files();
        return made;
    }
    /// A file goes by a form of its own: what is typed here is saved without sending files again.
    [[nodiscard]] Html files() const {
        const auto& in = visit_.in;
        const auto act = [&](std::string_view command) {
            return act_url(page_.head, command, page_.section).with("question", row_.question);
        };
        Html removals;
        for (const EvidenceRow& file : row_.files)
            removals += li(a(href(act("remove_evidence").with("sha256", file.sha256)),
                             in.tr("Take {name} out of the answer", {{"name", file.name}})));
        return group(
            p(css("form-text"), in.tr("Symbol or address of the document.")),
            evidence_list(row_.files, visit_),
            ul(css("button-list"), li(a(href(act("attach_evidence")), in.tr("Attach a file"))), removals));
    }
    [[nodiscard]] Html choices() const {
        const std::string_view kind = row_.kind == "several_of" ? "checkbox" : "radio";
        Html made;
        if (kind == "radio")
            made += choice(kind, {"", std::string(visit_.in.tr("No answer")), nothing_chosen()});
        for (const ChoiceRow& each : row_.choices)
            made += choice(kind, {each.key, each.label, is_chosen(each)});
        return fieldset(css("field"), id(field_), legend(css("form-label"), wording()), hint(), condition(),
                        made);
    }
    [[nodiscard]] bool nothing_chosen() const {
        return std::ranges::none_of(row_.choices, [&](const ChoiceRow& each) { return is_chosen(each); });
    }
    [[nodiscard]] Html choice(std::string_view kind, const ChoiceRow& each) const {
        const std::string own = field_ + "-" + each.key;
        return div(css("form-check"),
                   input(css("form-check-input"), type(kind), id(own), name(name_), value(each.key),
                         checked(each.chosen)),
                   " ", label(for_(own), each.label));
    }
    [[nodiscard]] std::string cell_at(std::size_t row, std::size_t column) const {
        if (entered_.values == nullptr)
            return row < row_.cells.size() ? row_.cells[row][column] : std::string();
        const Value* value = sent(name_ + ".cells");
        const std::size_t place = row * row_.columns.size() + column;
        return value != nullptr && place < value->list.size() ? value->list[place] : std::string();
    }
    [[nodiscard]] Html cells() const {
        const Value* typed = sent(name_ + ".cells");
        const std::size_t filled =
            typed != nullptr ? typed->list.size() / row_.columns.size() : row_.cells.size() + empty_rows;
        Html lines;
        for (std::size_t at = 0; at < filled; ++at) {
            Html line;
            for (std::size_t column = 0; column < row_.columns.size(); ++column)
                line += td(data_label(row_.columns[column]),
                           input(css("form-control"), type("text"), name(name_ + ".cells"),
                                 aria_label(row_.columns[column]), value(cell_at(at, column)), dir("auto")));
            lines += tr(line);
        }
        return fieldset(
            css("field"), id(field_), legend(css("form-label"), wording()), hint(), condition(),
            table(css("table table-list"),
                  thead(tr(
                      each(row_.columns, [](const std::string& words) { return th(scope("col"), words); }))),
                  tbody(lines)));
    }
    [[nodiscard]] Html problems() const {
        Html made;
        if (entered_.problems == nullptr) return made;
        for (const Reason& reason : entered_.problems->reasons)
            if (reason.field == name_)
                made += p(css("field-problem"), entered_.sentences->say(reason, visit_.in));
        return made;
    }
    [[nodiscard]] Html note() const {
        const std::string own = name_ + ".note", kept = shown(own, row_.note);
        return details(
            open(!kept.empty()), summary(visit_.in.tr("Explanation or evidence")),
            label(css("form-label"), for_(field_ + "-note"), visit_.in.tr("Note")),
            textarea(css("form-control"), id(field_ + "-note"), name(own), rows(3), dir("auto"), kept));
    }
    [[nodiscard]] Html marks() const {
        const auto& in = visit_.in;
        Html line = group(in.tr("Will be seen by:"), " ", sharing_words(row_.sharing, visit_));
        if (!row_.suggested.empty())
            line += group(" · ", in.tr("the survey suggests:"), " ", sharing_words(row_.suggested, visit_));
        line += group(" · ", a(href(report_url(page_.head).below("answers").below(row_.question)),
                               in.tr("History, comments and sharing")));
        Html made = p(css("muted"), line);
        if (!row_.confirmed)
            made += p(css("notice"),
                      in.tr("Filled in from an earlier answer. It is not yours until somebody confirms "
                            "or changes it."));
        return made;
    }
    [[nodiscard]] Html beside() const {
        const auto& in = visit_.in;
        Html made;
        for (const VersionRow& version : row_.beside)
            made += div(css("notice notice-caution"),
                        p(strong(in.tr("Another text stands beside this answer")), " ",
                          small(bdi(version.person), " · ", in.moment(version.at))),
                        p(dir("auto"), version.text),
                        p(a(href(report_url(page_.head).below("answers").below(row_.question)),
                            in.tr("Choose between them"))));
        return made;
    }
    [[nodiscard]] Html comments() const {
        Html made;
        for (const CommentRow& comment : row_.comments)
            if (!comment.settled)
                made += p(css("comment"), bdi(comment.person), ": ", span(dir("auto"), comment.text));
        return made;
    }

    const FillInPage& page_;
    const QuestionRow& row_;
    const Visit& visit_;
    const Entered& entered_;
    std::string name_, field_;
};

Html section_item(const FillInPage& page, const SectionRow& row, const Visit& visit) {
    const auto& in = visit.in;
    const bool is_here = row.section == page.section;
    std::string state = in.tr("{answered} of {asked}",
                              {{"answered", in.number(row.answered)}, {"asked", in.number(row.asked)}});
    if (row.to_confirm > 0) state += ", " + in.tr_n("{n} to confirm", "{n} to confirm", row.to_confirm);
    if (row.minutes_left > 0)
        state += ", " + in.tr_n("about {n} minute left", "about {n} minutes left", row.minutes_left);
    if (row.ready) state += ", " + std::string(in.tr("ready"));
    std::string who = row.ministry;
    if (!row.person.empty()) who += (who.empty() ? "" : ", ") + row.person;
    if (row.due) who += (who.empty() ? "" : ", ") + in.tr("due {day}", {{"day", in.day(*row.due)}});
    return li(a(href(report_url(page.head).with("section", row.section)), aria_current("page", is_here),
                lang(row.language), row.title),
              " ", small(css("muted"), state, who.empty() ? "" : " · ", bdi(who)));
}

Html acts_of(const FillInPage& page, const Visit& visit) {
    const auto& in = visit.in;
    const ReportHead& head = page.head;
    Html list = li(a(href(report_url(head).below("answers.json")), in.tr("Take the answers along (JSON)")));
    const auto form = [&](std::string_view format, std::string_view words) {
        return a(href(report_url(head).below("form").below(format)), words);
    };
    list += li(in.tr("Fill in elsewhere, with the answers so far:"), " ", form("docx", "DOCX"), " · ",
               form("xlsx", "XLSX"), " · ", form("pdf", "PDF"), " · ", form("html", "HTML"));
    list +=
        li(a(href(act_url(head, "import_answers", page.section)), in.tr("Bring answers back from a file")));
    if (head.is_own) {
        const auto here = std::ranges::find(page.sections, page.section, &SectionRow::section);
        if (here != page.sections.end() && here->to_confirm > 0)
            list += li(
                a(href(act_url(head, "confirm_answers", page.section)), in.tr("Confirm what was filled in")));
        list +=
            li(a(href(act_url(head, "share_answers", page.section)), in.tr("Choose who will see answers")));
        list += li(
            a(href(act_url(head, "assign_section", page.section)), in.tr("Say who answers for a section")));
        list +=
            li(a(href(act_url(head, "mark_section", page.section)), in.tr("Say whether a section is ready")));
    }
    list += li(a(href(report_url(head).below("whole")), in.tr("Read the whole report")));
    list += li(a(href(report_url(head).below("approval")), in.tr("Approval: what will be seen by whom")));
    return section(css("acts"), h2(in.tr("This section and the report")), ul(list));
}

/// What became of a save that met another's.
Html told_of_save(const FillInPage& page, const Visit& visit) {
    const auto links = [&](const std::vector<QuestionName>& names) -> Html {
        return ul(each(names, [&](const QuestionName& name) {
            return li(a(href(report_url(page.head).below("answers").below(name.question)), dir("auto"),
                        name.label));
        }));
    };
    Html made;
    if (!page.merged.empty())
        made +=
            div(css("notice notice-good"), role("status"),
                p(visit.in.tr("Saved, and merged with what somebody else wrote meanwhile. Read it again:")),
                links(page.merged));
    if (!page.beside.empty())
        made +=
            div(css("notice notice-caution"), role("status"),
                p(visit.in.tr("Two texts stand beside each other. Nothing is lost: choose between them.")),
                links(page.beside));
    return made;
}

Html form_of(const FillInPage& page, const Visit& visit, const Entered& entered) {
    const Value* before = entered.values != nullptr ? entered.values->find("seen") : nullptr;
    Html questions;
    for (const QuestionRow& row : page.questions) questions += Drawing(page, row, visit, entered).draw();
    // What the author had before the eyes stays what it was when the form comes back.
    return form(
        css("form"), id("answers"), method("post"), action(report_url(page.head).below("save_answers")),
        novalidate(),
        when(!visit.visitor->form_token().empty(),
             [&] { return input(type("hidden"), name("form_token"), value(visit.visitor->form_token())); }),
        input(type("hidden"), name("seen"), value(before != nullptr ? before->text : page.seen)),
        input(type("hidden"), name("section"), value(page.section)), questions,
        button(css("btn btn-primary"), type("submit"), visit.in.tr("Save this section")));
}

} // namespace

Html draw_answer_fields(const ReportHead& head, const QuestionRow& row, const Visit& visit,
                        const Entered& entered) {
    FillInPage page;
    page.head = head;
    return Drawing(page, row, visit, entered).fields();
}

Screen draw_fill_in(const FillInPage& page, const Visit& visit, const Entered& entered) {
    const auto& in = visit.in;
    const ReportHead& head = page.head;
    const std::string title = head.name + ": " + head.survey_title + ", " + std::to_string(head.year);
    const QuestionLabels labels(page);
    Screen screen;
    screen.title = title;
    screen.section = "reports";
    screen.crumbs = {{std::string(in.tr("National reports")), Url("/reports")},
                     {std::string(in.tr("Your reports")), Url("/my-reports")}};
    screen.body = group(
        h1(css("page-title"), bdi(title)),
        p(css("page-lead"), in.tr("Nothing is mandatory. Leave out what you do not want to answer.")),
        when(!page.reason.empty(),
             [&] {
                 return p(css("notice notice-caution"), in.tr("Sent back by the approving authority:"), " ",
                          bdi(page.reason));
             }),
        nav(aria_label(in.tr("Sections")),
            ol(each(page.sections, [&](const SectionRow& row) { return section_item(page, row, visit); }))),
        section(h2(lang(page.language), page.title),
                when(!page.about.empty(), [&] { return p(dir("auto"), page.about); }),
                web::problem_summary(input_of(Of<SaveAnswers>{}), visit, entered, &labels),
                told_of_save(page, visit), draw_device_panel(&page.head, page.section, page.reader, visit),
                form_of(page, visit, entered)),
        acts_of(page, visit));
    screen.other_faces = {{"JSON", report_url(head).with("section", page.section).with("format", "json")}};
    screen.form_page = report_url(head).with("section", page.section);
    return screen;
}

} // namespace poa::national_reports
