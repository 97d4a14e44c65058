// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/pages_text_loading.hpp"

#include "capabilities/decisions/pages_text_acts.hpp"

#include <algorithm>
#include <array>

namespace poa::decisions {
namespace {

using web::Url;

constexpr int versions_on_a_page = 20;

std::int64_t whole(std::size_t number) {
    return static_cast<std::int64_t>(number);
}

std::string_view run_kind(ComparedRun::Kind kind) {
    constexpr std::array<std::string_view, 3> names{"same", "removed", "added"};
    return names[static_cast<std::size_t>(kind)];
}

std::string_view point_kind(OpenPoint::Kind kind) {
    constexpr std::array<std::string_view, 3> names{"bracket", "amendment", "objection"};
    return names[static_cast<std::size_t>(kind)];
}

std::vector<WordingRunRow> rows_of(const std::vector<ComparedRun>& runs) {
    std::vector<WordingRunRow> rows;
    rows.reserve(runs.size());
    for (const ComparedRun& run : runs) rows.push_back({std::string(run_kind(run.kind)), run.text, run.gap});
    return rows;
}

std::vector<WordingRunRow> runs_of(const ShownAmendment& shown, const std::string* now) {
    const Amendment& amendment = shown.amendment;
    if (amendment.parent == 0 && amendment.kind == AmendmentKind::remove)
        return {{"removed", now != nullptr ? *now : amendment.base, {}}};
    if (amendment.parent == 0 && is_insertion(amendment.kind)) return {{"added", amendment.text, {}}};
    if (amendment.kind == AmendmentKind::move) return {};
    if (now == nullptr || !shown.on_older_wording || !shown.collisions.empty()) return rows_of(shown.runs);
    return rows_of(compare_wordings(*now, merge_words(amendment.base, *now, amendment.text).text));
}

AmendmentRow row_of(const Reading& reading, const ShownAmendment& shown, const std::string* now) {
    const Amendment& amendment = shown.amendment;
    AmendmentRow row;
    row.number = amendment.number;
    row.parent = amendment.parent;
    row.by = amendment.by;
    if (!row.by.empty()) row.by_name = name_of_body(reading, row.by);
    row.attributed = amendment.attributed;
    row.kind = amendment.kind;
    row.paragraph = amendment.target;
    row.beside = amendment.beside;
    row.text = amendment.text;
    row.reason = amendment.reason;
    row.version = amendment.version;
    row.made = amendment.made;
    row.own = shown.own;
    row.on_older_wording = shown.on_older_wording;
    for (const Collision& one : shown.collisions) row.collisions.push_back({one.base, one.ours, one.theirs});
    row.runs = runs_of(shown, now);
    return row;
}

std::vector<PositionCountRow> rows_of(const PositionCounts& counts) {
    std::vector<PositionCountRow> rows;
    for (const PositionKind kind : all_position_kinds()) rows.push_back({kind, counts.of(kind)});
    return rows;
}

std::vector<PositionRow> rows_of(const Reading& reading, const std::vector<ShownPosition>& positions) {
    std::vector<PositionRow> rows;
    for (const ShownPosition& shown : positions) {
        const Position& position = shown.position;
        rows.push_back({position.state, name_of_body(reading, "state:" + position.state), position.kind,
                        position.told, position.words, position.version, shown.own, shown.on_older_wording,
                        position.declared});
    }
    return rows;
}

TextVersionRow row_of(const store::Version& version) {
    return {version.version,   version.cause,    version.paragraph,
            version.amendment, version.restored, version.made};
}

std::vector<NegotiatedParagraphRow> paragraphs_of(const Reading& reading, const ShownText& text) {
    std::vector<NegotiatedParagraphRow> rows;
    for (const ShownParagraph& shown : text.paragraphs) {
        NegotiatedParagraphRow row;
        row.key = shown.paragraph.key;
        row.number = whole(shown.number);
        row.text = shown.paragraph.text;
        row.agreed = shown.paragraph.agreed;
        row.brackets = shown.brackets;
        for (const ShownAmendment& amendment : shown.amendments)
            add_amendment_rows(row.amendments, reading, amendment, &shown.paragraph.text);
        row.counts = rows_of(shown.counts);
        row.positions = rows_of(reading, shown.positions);
        rows.push_back(std::move(row));
    }
    return rows;
}

void add_open_points(TextPage& page, const Reading& reading, Id<Proposal> id) {
    for (OpenPoint& point : open_points_for(reading.session, id, reading.actor.reader())) {
        const auto at = std::ranges::find(page.paragraphs, point.paragraph, &NegotiatedParagraphRow::key);
        const std::int64_t number = at == page.paragraphs.end() ? 0 : at->number;
        page.open_points.push_back(
            {std::string(point_kind(point.kind)), std::move(point.paragraph), number, point.count});
    }
}

void add_versions(TextPage& page, const Reading& reading, Id<Proposal> id, std::int64_t before) {
    for (const store::Version& version : store::versions(reading.session, id, before, versions_on_a_page))
        page.versions.push_back(row_of(version));
    if (!page.versions.empty() && page.versions.back().version > 1)
        page.older_versions = page.versions.back().version;
}

void add_languages(TextPage& page, const Reading& reading, Id<Proposal> id,
                   std::span<const std::string> languages) {
    if (languages.empty()) return;
    page.languages.push_back(page.head.language);
    for (const std::string& language : languages)
        if (std::ranges::find(page.languages, language) == page.languages.end())
            page.languages.push_back(language);
    for (SideBySide& shown : load_languages(reading.session, id, page.languages)) {
        SideBySideRow row{std::move(shown.key), whole(shown.number), {}};
        for (ShownTranslation& each : shown.languages)
            row.languages.push_back(
                {std::move(each.language), each.state, each.version, std::move(each.text)});
        page.languages_beside.push_back(std::move(row));
    }
}

/// The forms that the reader may use with this text.
class Offering {
  public:
    Offering(const Reading& reading, const Proposal& proposal) : proposal_(proposal) {
        for (const TextCommand& command : text_commands())
            if (may(command.act, proposal.stage) && permit_for(command, reading.actor, proposal))
                offered_.push_back(command.command);
    }
    [[nodiscard]] bool offers(std::string_view command) const {
        return std::ranges::find(offered_, command) != offered_.end();
    }
    void add_all(TextPage& page) const {
        const bool any_open = !page.beside_removed.empty() ||
                              std::ranges::any_of(page.paragraphs, [](const NegotiatedParagraphRow& row) {
                                  return !row.amendments.empty();
                              });
        add(page.acts, "revise_draft", {}, 0);
        if (any_open) add(page.acts, "compile_text", {}, 0);
        if (page.head.newest > 1) add(page.acts, "undo_change", {}, 0);
        add(page.acts, "declare_position", {}, 0);
        for (NegotiatedParagraphRow& row : page.paragraphs) {
            add_to(row);
            for (AmendmentRow& amendment : row.amendments) add_to(amendment);
        }
        for (AmendmentRow& amendment : page.beside_removed) add_to(amendment);
        page.may_translate = offers("translate_paragraph");
    }

  private:
    void add(std::vector<TextActRow>& rows, std::string_view command, std::string_view paragraph,
             std::int64_t amendment, std::string_view kind = {}) const {
        if (!offers(command)) return;
        const Url address = Url::of("decisions", std::to_string(proposal_.id.number), "text", command)
                                .with("paragraph", paragraph)
                                .with("amendment", amendment == 0 ? "" : std::to_string(amendment))
                                .with("kind", kind);
        rows.push_back({std::string(command), std::string(kind), address.text()});
    }
    void add_to(NegotiatedParagraphRow& row) const {
        add(row.acts, "declare_position", row.key, 0);
        add(row.acts, "propose_amendment", row.key, 0);
        add(row.acts, "propose_amendment", row.key, 0, name_of(AmendmentKind::insert_after));
        add(row.acts, "rewrite_paragraph", row.key, 0);
        add(row.acts, "move_paragraph", row.key, 0);
        add(row.acts, "mark_agreed", row.key, 0);
        add(row.acts, "translate_paragraph", row.key, 0);
    }
    void add_to(AmendmentRow& row) const {
        if (row.parent == 0 && has_wording(row.kind)) add(row.acts, "propose_amendment", {}, row.number);
        if (row.own) add(row.acts, "withdraw_amendment", {}, row.number);
        add(row.acts, "accept_amendment", {}, row.number);
        add(row.acts, "set_aside_amendment", {}, row.number);
    }

    const Proposal& proposal_;
    std::vector<std::string_view> offered_;
};

/// The proposal and its text, for who may see it.
struct Found {
    Proposal proposal;
    TextHead head;
};
Result<Found> find_text(const Reading& reading, Id<Proposal> id) {
    auto proposal = find_proposal(reading.session, reading.actor, id);
    if (!proposal) return refuse(proposal.error());
    const auto kept = store::text_head(reading.session, id);
    if (!kept) return refuse(Refusal::Kind::not_found, "decisions.no_such");
    TextHead head = text_head_of(*proposal, *kept);
    return Found{std::move(*proposal), std::move(head)};
}

Refusal no_such_version(std::int64_t newest) {
    return Refusal::because(Refusal::Kind::not_found, "decisions.no_such_version")
        .with("newest", std::to_string(newest));
}

} // namespace

TextHead text_head_of(const Proposal& proposal, const store::KeptText& kept) {
    return {proposal.id.number, proposal.symbol, proposal.title, proposal.stage, kept.language, kept.newest};
}

std::vector<CleanParagraphRow> clean_rows(const Text& text) {
    std::vector<CleanParagraphRow> rows;
    for (const Paragraph& paragraph : text)
        rows.push_back({paragraph.key, whole(rows.size()) + 1, paragraph.text, paragraph.agreed});
    return rows;
}

void add_amendment_rows(std::vector<AmendmentRow>& rows, const Reading& reading, const ShownAmendment& shown,
                        const std::string* now) {
    rows.push_back(row_of(reading, shown, now));
    for (const ShownAmendment& child : shown.amendments)
        rows.push_back(row_of(reading, child, &shown.amendment.text));
}

Result<TextPage> load_text_page(const Reading& reading, Id<Proposal> id, std::int64_t before,
                                std::span<const std::string> languages) {
    auto found = find_text(reading, id);
    if (!found) return refuse(found.error());
    const auto text = load_text(reading.session, id, reading.actor.reader());
    if (!text) return refuse(Refusal::Kind::not_found, "decisions.no_such");
    TextPage page;
    page.head = std::move(found->head);
    page.paragraphs = paragraphs_of(reading, *text);
    for (const ShownAmendment& amendment : text->beside_removed)
        add_amendment_rows(page.beside_removed, reading, amendment, nullptr);
    page.counts = rows_of(text->counts);
    page.positions = rows_of(reading, text->positions);
    add_open_points(page, reading, id);
    add_versions(page, reading, id, before);
    add_languages(page, reading, id, languages);
    Offering(reading, found->proposal).add_all(page);
    return page;
}

Result<TextVersionPage> load_text_version(const Reading& reading, Id<Proposal> id, std::int64_t version) {
    auto found = find_text(reading, id);
    if (!found) return refuse(found.error());
    const auto shown = load_version(reading.session, id, version);
    if (!shown) return refuse(no_such_version(found->head.newest));
    return TextVersionPage{std::move(found->head), row_of(shown->version), clean_rows(shown->text)};
}

Result<TextComparisonPage> load_text_comparison(const Reading& reading, Id<Proposal> id, std::int64_t from,
                                                std::int64_t to, bool all) {
    auto found = find_text(reading, id);
    if (!found) return refuse(found.error());
    const std::int64_t newest = found->head.newest;
    const auto compared = load_comparison(reading.session, id, from, to == 0 ? newest : to);
    if (!compared) return refuse(no_such_version(newest));
    TextComparisonPage page{
        std::move(found->head), row_of(compared->before), row_of(compared->after), all, 0, {}};
    for (const ComparedParagraph& each : compared->paragraphs) {
        ComparedParagraphRow row;
        row.kind = each.kind;
        row.key = each.key;
        row.number_before = whole(each.number_before);
        row.number_after = whole(each.number_after);
        row.moved = each.moved;
        row.agreed_before = each.agreed_before;
        row.agreed_after = each.agreed_after;
        row.differs = each.kind != ComparedParagraph::Kind::same || each.moved ||
                      each.agreed_before != each.agreed_after;
        row.runs = rows_of(each.runs);
        if (row.differs) ++page.changed;
        page.paragraphs.push_back(std::move(row));
    }
    return page;
}

} // namespace poa::decisions
