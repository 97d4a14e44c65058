// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "capabilities/decisions/changing_text.hpp"
#include "capabilities/decisions/pages_text_acts.hpp"
#include "capabilities/decisions/pages_text_loading.hpp"

#include <algorithm>

namespace poa::decisions {
namespace {

/// What the form of a command begins with, and what it is about.
class TextForm {
  public:
    TextForm(const Reading& reading, Id<Proposal> id, const TextFormAsked& asked)
        : reading_(reading), id_(id), asked_(asked) {}

    Result<TextFormPage> load() {
        auto text = load_text(reading_.session, id_, reading_.actor.reader());
        if (!text) return refuse(Refusal::Kind::not_found, "decisions.no_such");
        text_ = std::move(*text);
        if (auto about = find_amendment(); !about) return refuse(about.error());
        if (auto about = find_paragraph(); !about) return refuse(about.error());
        for (const ShownParagraph& shown : text_.paragraphs)
            page_.text.push_back({shown.paragraph.key, static_cast<std::int64_t>(shown.number),
                                  shown.paragraph.text, shown.paragraph.agreed});
        page_.form_version = is("revise_draft") ? text_.head.revision : text_.head.newest;
        set("version", std::to_string(page_.form_version));
        add_values();
        add_seen();
        return std::move(page_);
    }

  private:
    [[nodiscard]] bool is(std::string_view command) const { return asked_.command == command; }
    void set(std::string name, std::string value) {
        page_.values.push_back({std::move(name), std::move(value)});
    }

    Result<void> find_amendment() {
        if (asked_.amendment == 0) return {};
        std::vector<AmendmentRow> rows;
        for (const ShownParagraph& paragraph : text_.paragraphs)
            for (const ShownAmendment& shown : paragraph.amendments)
                add_amendment_rows(rows, reading_, shown, &paragraph.paragraph.text);
        for (const ShownAmendment& shown : text_.beside_removed)
            add_amendment_rows(rows, reading_, shown, nullptr);
        const auto found = std::ranges::find(rows, asked_.amendment, &AmendmentRow::number);
        if (found != rows.end()) {
            page_.amendment = std::move(*found);
            return {};
        }
        auto kept = open_amendment(reading_.session, id_, asked_.amendment);
        if (!kept) return refuse(kept.error());
        return refuse(Refusal::Kind::not_found, "decisions.no_such_amendment");
    }
    /// Of an amendment: the one it amends, where that still stands.
    Result<void> find_paragraph() {
        const std::string& key = page_.amendment ? page_.amendment->paragraph : asked_.paragraph;
        for (const ShownParagraph& shown : text_.paragraphs)
            if (shown.paragraph.key == key) paragraph_ = &shown;
        if (paragraph_ != nullptr) page_.paragraph = key;
        if (paragraph_ != nullptr || key.empty() || page_.amendment) return {};
        return refuse(Refusal::Kind::not_found, "decisions.no_such_paragraph");
    }

    void add_values() {
        if (paragraph_ != nullptr) set("paragraph", page_.paragraph);
        if (page_.amendment)
            set(is("propose_amendment") ? "parent" : "amendment", std::to_string(page_.amendment->number));
        if (is("propose_amendment")) add_amending();
        if (is("rewrite_paragraph") && paragraph_ != nullptr) set("text", paragraph_->paragraph.text);
        if (is("revise_draft")) set("text", typed_text());
        if (is("undo_change")) set("changes", "1");
        if (is("mark_agreed") && paragraph_ != nullptr && !paragraph_->paragraph.agreed) set("agreed", "1");
        if (is("declare_position")) add_own_position();
        if (is("translate_paragraph")) add_translation();
    }
    void add_amending() {
        const auto kind = parse_amendment_kind(asked_.kind);
        const bool rewords =
            page_.amendment || kind.value_or(AmendmentKind::replace) == AmendmentKind::replace;
        set("kind", std::string(name_of(rewords ? AmendmentKind::replace : *kind)));
        if (page_.amendment)
            set("text", page_.amendment->text);
        else if (rewords && paragraph_ != nullptr)
            set("text", paragraph_->paragraph.text);
    }
    [[nodiscard]] std::string typed_text() const {
        std::string text;
        for (const ShownParagraph& shown : text_.paragraphs)
            text += (text.empty() ? "" : "\n\n") + shown.paragraph.text;
        return text;
    }
    void add_own_position() {
        const auto& positions = paragraph_ != nullptr ? paragraph_->positions : text_.positions;
        const auto own = std::ranges::find(positions, true, &ShownPosition::own);
        if (own == positions.end()) return;
        set("kind", std::string(name_of(own->position.kind)));
        set("told", std::string(name_of(own->position.told)));
        set("words", own->position.words);
    }
    void add_translation() {
        if (asked_.language.empty()) return;
        set("language", asked_.language);
        for (const store::Translation& each : store::translations(reading_.session, id_, asked_.language))
            if (each.key == page_.paragraph) set("text", each.text);
    }
    /// The wording that the sender saw, where somebody changed it meanwhile.
    void add_seen() {
        if (paragraph_ == nullptr || asked_.seen < 1 || asked_.seen >= text_.head.newest) return;
        if (is("revise_draft")) return;
        auto seen = store::wording_at(reading_.session, id_, page_.paragraph, asked_.seen);
        if (!seen || *seen == paragraph_->paragraph.text) return;
        page_.seen_version = asked_.seen;
        page_.seen_wording = std::move(*seen);
    }

    const Reading& reading_;
    Id<Proposal> id_;
    const TextFormAsked& asked_;
    ShownText text_;
    const ShownParagraph* paragraph_ = nullptr;
    TextFormPage page_;
};

} // namespace

Result<TextFormPage> load_text_form(const Reading& reading, Id<Proposal> id, const TextFormAsked& asked) {
    const TextCommand* command = find_text_command(asked.command);
    if (command == nullptr) return refuse(Refusal::Kind::not_found, "decisions.no_such_act");
    auto proposal = find_proposal(reading.session, reading.actor, id);
    if (!proposal) return refuse(proposal.error());
    auto permit = permit_for(*command, reading.actor, *proposal);
    if (!permit) return refuse(permit.error());
    if (auto open = may(command->act, proposal->stage); !open) return refuse(open.error());
    const auto kept = store::text_head(reading.session, id);
    if (!kept) return refuse(Refusal::Kind::not_found, "decisions.no_such");
    auto page = TextForm(reading, id, asked).load();
    if (!page) return page;
    page->command = asked.command;
    page->head = text_head_of(*proposal, *kept);
    page->on_behalf = permit->on_behalf();
    page->on_behalf_name = name_of_body(reading, page->on_behalf);
    return page;
}

} // namespace poa::decisions
