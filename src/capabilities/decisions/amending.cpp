// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/amending.hpp"

#include "base/input.hpp"
#include "base/require.hpp"
#include "capabilities/decisions/marking.hpp"

#include <algorithm>
#include <array>

namespace poa::decisions {
namespace {

template <class E> struct Named {
    E value;
    std::string_view name, title;
};
constexpr std::array kinds{
    Named{AmendmentKind::replace, "replace", N_("Reword the paragraph")},
    Named{AmendmentKind::insert_before, "insert_before", N_("A new paragraph before it")},
    Named{AmendmentKind::insert_after, "insert_after", N_("A new paragraph after it")},
    Named{AmendmentKind::remove, "remove", N_("Delete the paragraph")},
    Named{AmendmentKind::move, "move", N_("Move the paragraph")},
};
constexpr std::array stages{
    Named{AmendmentStage::open, "open", N_("open")},
    Named{AmendmentStage::accepted, "accepted", N_("accepted")},
    Named{AmendmentStage::set_aside, "set_aside", N_("set aside by the Chair")},
    Named{AmendmentStage::withdrawn, "withdrawn", N_("withdrawn")},
    Named{AmendmentStage::superseded, "superseded", N_("superseded")},
};

template <class Table, class E> const auto& row_of(const Table& table, E value) {
    return *std::ranges::find_if(table, [&](const auto& row) { return row.value == value; });
}
template <class Table> auto parse(const Table& table, std::string_view name) {
    const auto found = std::ranges::find_if(table, [&](const auto& row) { return row.name == name; });
    return found == table.end() ? std::nullopt : std::optional(found->value);
}

void sort_by_place(Text& text) {
    std::ranges::sort(text, [](const Paragraph& a, const Paragraph& b) {
        return std::tie(a.place, a.key) < std::tie(b.place, b.key);
    });
}

Refusal removed(std::string_view paragraph) {
    return Refusal::because(Refusal::Kind::conflict, "decisions.paragraph_removed")
        .with("paragraph", std::string(paragraph));
}

Result<Text> reworded(const Text& now, const Amendment& amendment, const Settling& settling) {
    const auto at = find(now, amendment.target);
    if (!at) return refuse(removed(amendment.target));
    if (!settling.wording.empty()) return with_wording(now, amendment.target, settling.wording);
    const Merged merged = merge_words(amendment.base, now[*at].text, amendment.text);
    if (!merged.is_clean()) return refuse(collision(amendment.target, now[*at].text, amendment.text, merged));
    return with_wording(now, amendment.target, merged.text);
}

Result<Text> shortened(const Text& now, const Amendment& amendment, const Settling& settling) {
    const auto at = find(now, amendment.target);
    if (!at) return refuse(removed(amendment.target));
    if (now[*at].text != amendment.base && !settling.despite_change)
        return refuse(Refusal::because(Refusal::Kind::conflict, "decisions.paragraph_changed")
                          .with("paragraph", amendment.target)
                          .with("base", amendment.base)
                          .with("now", now[*at].text));
    return without(now, amendment.target);
}

Result<Text> reordered(const Text& now, const Amendment& amendment) {
    if (!find(now, amendment.target)) return refuse(removed(amendment.target));
    if (!amendment.beside.empty() && !find(now, amendment.beside)) return refuse(removed(amendment.beside));
    return with_moved(now, amendment.target, amendment.beside);
}

void problems_with_parent(const Amendment& parent, Refusal& problems) {
    if (parent.stage != AmendmentStage::open)
        problems.add_field({}, "decisions.amendment_over", {{"stage", std::string(name_of(parent.stage))}});
    if (parent.parent != 0 || !has_wording(parent.kind))
        problems.add_field({}, "decisions.no_wording_to_amend");
    if (!problems.reasons.empty()) problems.kind = Refusal::Kind::rule;
}

} // namespace

std::span<const AmendmentKind> all_amendment_kinds() {
    static constexpr std::array all{AmendmentKind::replace, AmendmentKind::insert_before,
                                    AmendmentKind::insert_after, AmendmentKind::remove, AmendmentKind::move};
    return all;
}
std::string_view name_of(AmendmentKind kind) {
    return row_of(kinds, kind).name;
}
std::string_view title_of(AmendmentKind kind) {
    return row_of(kinds, kind).title;
}
std::optional<AmendmentKind> parse_amendment_kind(std::string_view name) {
    return parse(kinds, name);
}
std::string_view name_of(AmendmentStage stage) {
    return row_of(stages, stage).name;
}
std::string_view title_of(AmendmentStage stage) {
    return row_of(stages, stage).title;
}
std::optional<AmendmentStage> parse_amendment_stage(std::string_view name) {
    return parse(stages, name);
}

Result<void> may(TextAct act, Stage stage) {
    bool open = false;
    switch (act) {
    case TextAct::revise:
        open = stage == Stage::draft;
        break;
    case TextAct::amend:
        open = stage == Stage::under_discussion;
        break;
    case TextAct::declare:
        open = stage == Stage::tabled || stage == Stage::under_discussion;
        break;
    case TextAct::translate:
        open = stage != Stage::draft && stage != Stage::withdrawn;
        break;
    }
    if (open) return {};
    return refuse(Refusal::because(Refusal::Kind::rule, "decisions.text_not_open")
                      .with("stage", std::string(name_of(stage))));
}

void problems_of_wording(std::string_view typed, std::int64_t last_key, Refusal& problems) {
    if (cut_paragraphs(typed).size() > 1) problems.add_field("text", "decisions.one_paragraph");
    const std::string text = plain_paragraph(typed);
    if (!has_balanced_brackets(text)) problems.add_field("text", "decisions.brackets_unbalanced");
    for (const std::string& key : references_in(text))
        if (*number_in_key(key) > last_key)
            problems.add_field("text", "decisions.unknown_reference", {{"reference", "{" + key + "}"}});
}

Refusal problems_of(const Amendment& amendment, const Text& text, const Amendment* parent,
                    std::int64_t last_key) {
    Refusal problems{Refusal::Kind::bad_input, {}};
    if (parent != nullptr)
        problems_with_parent(*parent, problems);
    else if (!find(text, amendment.target))
        problems.add_field("paragraph", "decisions.no_such_paragraph");
    if (amendment.kind == AmendmentKind::move) {
        if (amendment.beside == amendment.target)
            problems.add_field("beside", "decisions.beside_itself");
        else if (!amendment.beside.empty() && !find(text, amendment.beside))
            problems.add_field("beside", "decisions.no_such_paragraph");
    }
    if (!has_wording(amendment.kind)) return problems;
    if (plain_paragraph(amendment.text).empty())
        problems.add_field("text", "decisions.wording_needed");
    else if ((amendment.kind == AmendmentKind::replace || parent != nullptr) &&
             plain_paragraph(amendment.text) == amendment.base)
        problems.add_field("text", "decisions.no_change");
    problems_of_wording(amendment.text, last_key, problems);
    return problems;
}

Result<Text> amended(const Text& now, const Amendment& amendment, std::string_view anchor_place,
                     const Settling& settling, std::string_view new_key) {
    switch (amendment.kind) {
    case AmendmentKind::replace:
        return reworded(now, amendment, settling);
    case AmendmentKind::remove:
        return shortened(now, amendment, settling);
    case AmendmentKind::move:
        return reordered(now, amendment);
    case AmendmentKind::insert_before:
    case AmendmentKind::insert_after:
        break;
    }
    return with_new(now, std::string(new_key), settling.wording.empty() ? amendment.text : settling.wording,
                    anchor_place, amendment.kind == AmendmentKind::insert_after);
}

Result<std::string> amended_wording(const Amendment& parent, const Amendment& child,
                                    const Settling& settling) {
    if (!settling.wording.empty()) return settling.wording;
    Merged merged = merge_words(child.base, parent.text, child.text);
    if (!merged.is_clean()) return refuse(collision(child.target, parent.text, child.text, merged));
    return std::move(merged.text);
}

Text with_wording(Text text, std::string_view key, std::string_view wording) {
    const auto at = find(text, key);
    require(at.has_value(), "a paragraph of the text");
    Paragraph& paragraph = text[*at];
    if (paragraph.text != wording) paragraph.agreed = false;
    paragraph.text = wording;
    return text;
}

Text without(Text text, std::string_view key) {
    std::erase_if(text, [&](const Paragraph& paragraph) { return paragraph.key == key; });
    return text;
}

Text with_new(Text text, std::string key, std::string_view wording, std::string_view anchor_place,
              bool after) {
    require(!find(text, key), "a key of its own");
    std::string low, high;
    for (const Paragraph& paragraph : text) {
        const bool before_it = after ? paragraph.place <= anchor_place : paragraph.place < anchor_place;
        if (before_it)
            low = paragraph.place;
        else if (high.empty())
            high = paragraph.place;
    }
    text.push_back({std::move(key), std::string(wording), false, place_between(low, high)});
    sort_by_place(text);
    return text;
}

Text with_moved(Text text, std::string_view key, std::string_view beside) {
    const auto at = find(text, key);
    require(at.has_value() && key != beside, "a paragraph of the text, and another beside it");
    Paragraph moved = text[*at];
    text = without(std::move(text), key);
    std::size_t to = 0;
    if (!beside.empty()) {
        const auto found = find(text, beside);
        require(found.has_value(), "a paragraph of the text");
        to = *found + 1;
    }
    moved.place = place_between(to == 0 ? std::string_view() : text[to - 1].place,
                                to == text.size() ? std::string_view() : text[to].place);
    text.insert(text.begin() + static_cast<std::ptrdiff_t>(to), std::move(moved));
    return text;
}

Refusal collision(std::string_view paragraph, std::string_view now, std::string_view yours,
                  const Merged& merged) {
    Refusal refusal = Refusal::because(Refusal::Kind::conflict, "decisions.collision")
                          .with("paragraph", std::string(paragraph))
                          .with("now", std::string(now))
                          .with("yours", std::string(yours));
    for (const Collision& one : merged.collisions)
        refusal.add_field({}, "decisions.collision_at",
                          {{"base", one.base}, {"now", one.ours}, {"yours", one.theirs}});
    return refusal;
}

} // namespace poa::decisions
