// SPDX-License-Identifier: Apache-2.0
#include "base/require.hpp"
#include "base/text.hpp"
#include "capabilities/decisions/pages_text_acts.hpp"
#include "capabilities/decisions/pages_text_drawing.hpp"
#include "capabilities/decisions/pages_text_parts.hpp"
#include "web/html.hpp"

#include <algorithm>
#include <deque>
#include <utility>

namespace poa::decisions {
namespace {

using namespace web::html;
using web::Html;
using web::Screen;
using web::Url;
using web::Visit;

constexpr std::size_t characters_in_choice = 60;

/// A command's input as this page offers it: what the page names already is carried along unseen, a key is a
/// choice of paragraphs, and what has no meaning here is left out. A field that something is wrong with is
/// never unseen.
class OfferedInput : public InputSpec {
  public:
    OfferedInput(const TextCommand& command, const TextFormPage& page, const WordingLook& look,
                 const web::Entered& entered)
        : InputSpec(command.input->name()), page_(page), look_(look), entered_(entered) {
        for (const FieldSpec& field : command.input->fields()) offer(field);
    }

  private:
    void offer(FieldSpec field) {
        if (is_without_meaning(field.name)) return;
        if (is_named(field.name) && !has_problem(field.name))
            field.kind = FieldKind::hidden;
        else if ((field.name == "paragraph" || field.name == "beside") && !page_.text.empty())
            become_choice(field);
        add(std::move(field), {});
    }
    [[nodiscard]] bool has_problem(std::string_view field) const {
        return entered_.problems != nullptr &&
               std::ranges::find(entered_.problems->reasons, field, &Reason::field) !=
                   entered_.problems->reasons.end();
    }
    [[nodiscard]] bool is_named(std::string_view field) const {
        if (field == "version" || field == "parent") return true;
        if (field == "amendment") return page_.amendment.has_value();
        if (field == "kind") return page_.amendment && page_.command == "propose_amendment";
        return field == "paragraph" && !page_.paragraph.empty();
    }
    [[nodiscard]] bool is_without_meaning(std::string_view field) const {
        if (page_.command == "propose_amendment") {
            if (field == "paragraph" || field == "beside") return page_.amendment.has_value();
            return field == "unattributed" && page_.on_behalf == "chair";
        }
        if (page_.command != "accept_amendment" || !page_.amendment) return false;
        const bool removes = page_.amendment->parent == 0 && page_.amendment->kind == AmendmentKind::remove;
        if (field == "despite_change") return !removes;
        const bool moves = page_.amendment->parent == 0 && page_.amendment->kind == AmendmentKind::move;
        return field == "wording" && (removes || moves);
    }
    void become_choice(FieldSpec& field) {
        field.kind = FieldKind::choice;
        for (const CleanParagraphRow& row : page_.text) {
            if (field.name == "beside" && row.key == page_.paragraph) continue;
            const std::string wording = look_.plain(row.text);
            const std::string_view beginning = first_characters(wording, characters_in_choice);
            labels_.push_back(std::to_string(row.number) + ". " + std::string(beginning) +
                              (beginning.size() < wording.size() ? "…" : ""));
            field.rules.choices.push_back({row.key, labels_.back()});
        }
    }

    const TextFormPage& page_;
    const WordingLook& look_;
    const web::Entered& entered_;
    std::deque<std::string> labels_; ///< which stay where they are
};

const CleanParagraphRow* paragraph_of(const TextFormPage& page) {
    const auto found = std::ranges::find(page.text, page.paragraph, &CleanParagraphRow::key);
    return found == page.text.end() ? nullptr : &*found;
}

std::string_view name_of_sender(const TextFormPage& page, const Visit& visit) {
    return page.on_behalf == "secretariat" ? visit.in.tr("The secretariat") : page.on_behalf_name;
}

Html recorded(const TextFormPage& page, const TextCommand& command, const Visit& visit) {
    const auto& in = visit.in;
    Html rows_of_it;
    if (!page.on_behalf.empty()) rows_of_it += group(dt(in.tr("For")), dd(bdi(name_of_sender(page, visit))));
    rows_of_it +=
        group(dt(in.tr("On")),
              dd(a(href(Url::of("decisions", std::to_string(page.head.proposal))), bdi(page.head.title))));
    if (!page.head.symbol.empty()) rows_of_it += group(dt(in.tr("Symbol")), dd(bdi(page.head.symbol)));
    if (page.head.stage != Stage::draft)
        rows_of_it += group(dt(in.tr("Version")), dd(in.number(page.head.newest)));
    if (const CleanParagraphRow* row = paragraph_of(page)) {
        const std::string number = in.number(row->number);
        rows_of_it +=
            group(dt(in.tr("Paragraph")), dd(a(href(text_address(page.head).at(row->key)), number)));
    }
    return section(css("notice"), h2(in.tr("What will be recorded")), dl(css("facts"), rows_of_it),
                   p(in.tr(command.recorded)));
}

/// The paragraph as it reads; where the sender saw another wording, both.
Html wordings(const TextFormPage& page, const WordingLook& look, const Visit& visit) {
    const auto& in = visit.in;
    const CleanParagraphRow* row = paragraph_of(page);
    if (row == nullptr) return {};
    if (page.seen_version == 0)
        return section(h2(in.tr("The paragraph as it stands")), look.paragraph(look.words(row->text)));
    return section(css("notice notice-caution"), h2(in.tr("The paragraph changed since you opened the form")),
                   h3(in.tr("As you saw it, in version {n}", {{"n", in.number(page.seen_version)}})),
                   look.paragraph(look.words(page.seen_wording)),
                   h3(in.tr("As it reads now, in version {n}", {{"n", in.number(page.head.newest)}})),
                   look.paragraph(look.words(row->text)));
}

/// A draft that a colleague wrote anew meanwhile, as it reads now; what was typed stays in the form.
Html draft_now(const TextFormPage& page, const WordingLook& look, const web::Entered& entered,
               const Visit& visit) {
    if (entered.problems == nullptr || !entered.problems->has("decisions.draft_changed")) return {};
    Html paragraphs;
    for (const CleanParagraphRow& row : page.text) paragraphs += look.paragraph(look.words(row.text));
    return section(css("notice notice-caution"), h2(visit.in.tr("The draft as it reads now")), paragraphs);
}

Html amendment_of(const TextFormPage& page, const WordingLook& look, const Visit& visit) {
    if (!page.amendment) return {};
    return section(h2(visit.in.tr("The amendment")), draw_amendment(*page.amendment, look, false, visit));
}

InputValues values_of(const TextFormPage& page) {
    InputValues values;
    for (const FormValueRow& row : page.values) values.set(row.name, row.value);
    return values;
}

/// What was typed, with the version that the page now shows beside it: who sends it again has read that one.
InputValues read_again(const InputValues& typed, const TextFormPage& page) {
    InputValues values = typed;
    values.set("version", std::to_string(page.form_version));
    return values;
}

Url form_address(const TextFormPage& page) {
    const std::string amendment = page.amendment ? std::to_string(page.amendment->number) : std::string();
    return text_address(page.head)
        .below(page.command)
        .with("paragraph", page.amendment ? std::string_view() : std::string_view(page.paragraph))
        .with("amendment", amendment);
}

} // namespace

Screen draw_text_form(const TextFormPage& page, const Visit& visit, const web::Entered& entered) {
    const auto& in = visit.in;
    const TextCommand* command = find_text_command(page.command);
    require(command != nullptr, "a command on a text");
    Numbering numbering;
    for (const CleanParagraphRow& row : page.text)
        numbering.emplace(row.key, static_cast<std::size_t>(row.number));
    const WordingLook look(page.head, std::move(numbering), visit, false);
    const OfferedInput input_here(*command, page, look, entered);
    const InputValues start_values = values_of(page);
    const bool is_conflict = entered.values != nullptr && entered.problems != nullptr &&
                             entered.problems->kind == Refusal::Kind::conflict && page.form_version > 0;
    const InputValues again = is_conflict ? read_again(*entered.values, page) : InputValues();
    const web::Entered shown_entered{is_conflict ? &again : entered.values, entered.problems,
                                     entered.sentences};
    const Url target = Url::of("decisions", std::to_string(page.head.proposal), page.command);
    Screen screen = text_screen(page.head, visit, std::string(in.tr(command->title)));
    screen.form_page = form_address(page);
    const std::string_view act = in.tr(command->title);
    const std::string confirm = in.tr("Confirm: {act}", {{"act", act}});
    screen.body = group(
        h1(css("page-title"), act), recorded(page, *command, visit), amendment_of(page, look, visit),
        wordings(page, look, visit), draft_now(page, look, entered, visit),
        web::form_for(input_here, target, visit, shown_entered, {.submit = confirm, .start = &start_values}),
        p(a(href(text_address(page.head)), in.tr("Back, without doing it"))));
    return screen;
}

} // namespace poa::decisions
