// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/queries_text.hpp"

#include "base/input.hpp"
#include "capabilities/decisions/negotiating.hpp"
#include "capabilities/decisions/store_amendments.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace poa::decisions {
namespace {

using storage::Session;

/// The reader, as it stands to a text under negotiation.
class TextReader {
  public:
    explicit TextReader(const identity::Reader& reader) : reader_(reader) {}
    [[nodiscard]] bool is_chair() const { return acts_for("chair"); }
    [[nodiscard]] bool acts_for(std::string_view body) const {
        return std::ranges::count(reader_.bodies(), body) > 0;
    }
    [[nodiscard]] bool is_told(const Position& position) const {
        if (is_chair() || position.told == Told::everyone || acts_for("state:" + position.state)) return true;
        return position.told == Told::states && reader_.least() <= Audience::member_states;
    }
    [[nodiscard]] bool knows_author(const Amendment& amendment) const {
        return amendment.attributed || is_chair() || acts_for(amendment.by);
    }

  private:
    const identity::Reader& reader_;
};

std::vector<Position> told_positions(Session& session, Id<Proposal> proposal, const TextReader& reader) {
    std::vector<Position> positions = store::positions(session, proposal);
    std::erase_if(positions, [&](const Position& position) { return !reader.is_told(position); });
    return positions;
}

/// An amendment beside what it would change; `now`: how that reads, null where there is nothing.
ShownAmendment shown_amendment(Amendment amendment, const std::string* now, const TextReader& reader) {
    ShownAmendment shown;
    shown.own = reader.acts_for(amendment.by);
    const bool rewords = amendment.parent != 0 || amendment.kind == AmendmentKind::replace;
    if (amendment.stage == AmendmentStage::open && now != nullptr && !amendment.base.empty()) {
        shown.on_older_wording = amendment.base != *now;
        if (rewords && shown.on_older_wording)
            shown.collisions = merge_words(amendment.base, *now, amendment.text).collisions;
    }
    if (rewords) shown.runs = compare_wordings(amendment.base, amendment.text);
    if (!reader.knows_author(amendment)) amendment.by.clear();
    shown.amendment = std::move(amendment);
    return shown;
}

class TextShowing {
  public:
    TextShowing(Session& session, Id<Proposal> proposal, const identity::Reader& reader)
        : session_(session), proposal_(proposal), reader_(reader) {}

    ShownText shown(store::KeptText head) {
        ShownText out;
        out.head = std::move(head);
        add_paragraphs(out);
        add_amendments(out);
        add_positions(out);
        return out;
    }

  private:
    void add_paragraphs(ShownText& out) {
        const Text text = store::current_text(session_, proposal_);
        const Numbering numbering = numbering_of(text);
        for (const Paragraph& paragraph : text) {
            places_.emplace(paragraph.key, out.paragraphs.size());
            out.paragraphs.push_back({paragraph,
                                      out.paragraphs.size() + 1,
                                      pieces_of(paragraph.text, numbering),
                                      open_brackets(paragraph.text),
                                      {},
                                      {},
                                      {}});
        }
    }
    void add_amendments(ShownText& out) {
        std::map<std::int64_t, std::vector<Amendment>> children;
        std::vector<Amendment> roots;
        for (Amendment& each : store::open_amendments(session_, proposal_))
            (each.parent == 0 ? roots : children[each.parent]).push_back(std::move(each));
        for (Amendment& root : roots) {
            const auto place = places_.find(root.target);
            ShownParagraph* paragraph = place == places_.end() ? nullptr : &out.paragraphs[place->second];
            const std::int64_t number = root.number;
            ShownAmendment shown =
                shown_amendment(std::move(root), paragraph ? &paragraph->paragraph.text : nullptr, reader_);
            for (Amendment& child : children[number])
                shown.amendments.push_back(shown_amendment(std::move(child), &shown.amendment.text, reader_));
            (paragraph ? paragraph->amendments : out.beside_removed).push_back(std::move(shown));
        }
    }
    void add_positions(ShownText& out) {
        for (Position& position : told_positions(session_, proposal_, reader_)) {
            const auto place = places_.find(position.paragraph);
            if (place == places_.end() && !position.paragraph.empty()) continue; // the paragraph is gone
            const bool whole = position.paragraph.empty();
            ShownParagraph* paragraph = whole ? nullptr : &out.paragraphs[place->second];
            (whole ? out.counts : paragraph->counts).add(position.kind);
            const bool own = reader_.acts_for("state:" + position.state);
            const bool older = whole ? position.version != out.head.newest
                                     : position.wording != sha256(paragraph->paragraph.text);
            (whole ? out.positions : paragraph->positions).push_back({std::move(position), own, older});
        }
    }

    Session& session_;
    Id<Proposal> proposal_;
    TextReader reader_;
    std::unordered_map<std::string, std::size_t> places_;
};

ShownTranslation in_language(const Paragraph& paragraph, const std::string& language,
                             const std::string& authentic, const store::Translation* translation,
                             const Numbering& numbering) {
    ShownTranslation shown{language, TranslationState::missing, 0, {}, {}};
    if (language == authentic) {
        shown.state = TranslationState::authentic;
        shown.text = paragraph.text;
    } else if (translation != nullptr) {
        const bool current = translation->wording == sha256(paragraph.text);
        shown.state = current ? TranslationState::current : TranslationState::out_of_date;
        shown.version = translation->version;
        shown.text = translation->text;
    }
    shown.pieces = pieces_of(shown.text, numbering);
    return shown;
}

} // namespace

std::optional<ShownText> load_text(Session& session, Id<Proposal> proposal, const identity::Reader& reader) {
    auto head = store::text_head(session, proposal);
    if (!head) return std::nullopt;
    return TextShowing(session, proposal, reader).shown(std::move(*head));
}

std::vector<OpenPoint> open_points_for(Session& session, Id<Proposal> proposal,
                                       const identity::Reader& reader) {
    return open_points_of(store::current_text(session, proposal), store::open_amendments(session, proposal),
                          told_positions(session, proposal, TextReader(reader)));
}

std::vector<ShownAmendment> load_amendments(Session& session, Id<Proposal> proposal,
                                            const identity::Reader& reader, std::int64_t before, int count) {
    const TextReader text_reader(reader);
    const Text text = store::current_text(session, proposal);
    std::vector<ShownAmendment> shown;
    for (Amendment& each : store::amendments(session, proposal, before, count)) {
        const auto at = find(text, each.target);
        const bool to_text = each.parent == 0 && at;
        shown.push_back(shown_amendment(std::move(each), to_text ? &text[*at].text : nullptr, text_reader));
    }
    return shown;
}

std::optional<ShownVersion> load_version(Session& session, Id<Proposal> proposal, std::int64_t number) {
    auto version = store::version(session, proposal, number);
    if (!version) return std::nullopt;
    Text text = store::text_at(session, proposal, number);
    Numbering numbering = numbering_of(text);
    return ShownVersion{std::move(*version), std::move(text), std::move(numbering)};
}

std::optional<ShownComparison> load_comparison(Session& session, Id<Proposal> proposal, std::int64_t before,
                                               std::int64_t after) {
    auto older = store::version(session, proposal, before), newer = store::version(session, proposal, after);
    if (!older || !newer) return std::nullopt;
    Text text = store::text_at(session, proposal, after);
    auto paragraphs = compare_texts(store::text_at(session, proposal, before), text);
    return ShownComparison{std::move(*older), std::move(*newer), std::move(text), std::move(paragraphs)};
}

std::string_view name_of(TranslationState state) {
    constexpr std::array<std::string_view, 4> names{"authentic", "current", "out_of_date", "missing"};
    return names[static_cast<std::size_t>(state)];
}

std::string_view title_of(TranslationState state) {
    constexpr std::array<std::string_view, 4> titles{N_("authentic"), N_("translated"),
                                                     N_("out of date: the paragraph changed since"),
                                                     N_("not translated")};
    return titles[static_cast<std::size_t>(state)];
}

std::vector<SideBySide> load_languages(Session& session, Id<Proposal> proposal,
                                       std::span<const std::string> languages) {
    const auto head = store::text_head(session, proposal);
    if (!head) return {};
    std::map<std::pair<std::string, std::string>, store::Translation> translations;
    for (store::Translation& each : store::translations(session, proposal))
        translations.emplace(std::pair(each.key, each.language), std::move(each));
    const Text text = store::current_text(session, proposal);
    const Numbering numbering = numbering_of(text);
    std::vector<SideBySide> rows;
    for (const Paragraph& paragraph : text) {
        SideBySide row{paragraph.key, rows.size() + 1, {}};
        for (const std::string& language : languages) {
            const auto found = translations.find({paragraph.key, language});
            row.languages.push_back(in_language(paragraph, language, head->language,
                                                found == translations.end() ? nullptr : &found->second,
                                                numbering));
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace poa::decisions
