// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/comparing_versions.hpp"

#include "capabilities/decisions/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

namespace poa::decisions {
namespace {

/// Members of the longest rising row of `places` (M. L. Fredman, "On computing the length of longest
/// increasing subsequences", 1975), as their indices.
std::vector<std::size_t> longest_rise(const std::vector<std::size_t>& places) {
    std::vector<std::size_t> ends; // index of the least last member of a row of each length
    std::vector<std::size_t> before(places.size(), places.size());
    for (std::size_t at = 0; at < places.size(); ++at) {
        const auto found =
            std::ranges::lower_bound(ends, places[at], {}, [&](std::size_t index) { return places[index]; });
        if (found != ends.begin()) before[at] = *std::prev(found);
        if (found == ends.end())
            ends.push_back(at);
        else
            *found = at;
    }
    std::vector<std::size_t> rise;
    for (std::size_t at = ends.empty() ? places.size() : ends.back(); at < places.size(); at = before[at])
        rise.push_back(at);
    return rise;
}

/// Keys of both versions whose order changed.
std::unordered_set<std::string> moved_keys(const Text& after, const Numbering& numbers_before) {
    std::vector<std::size_t> places;
    std::vector<const std::string*> keys;
    for (const Paragraph& paragraph : after)
        if (const auto found = numbers_before.find(paragraph.key); found != numbers_before.end()) {
            places.push_back(found->second);
            keys.push_back(&paragraph.key);
        }
    std::vector<bool> stays(places.size(), false);
    for (const std::size_t index : longest_rise(places)) stays[index] = true;
    std::unordered_set<std::string> moved;
    for (std::size_t index = 0; index < keys.size(); ++index)
        if (!stays[index]) moved.insert(*keys[index]);
    return moved;
}

ComparedParagraph alone(const Paragraph& paragraph, std::size_t number, bool added) {
    ComparedParagraph compared;
    compared.kind = added ? ComparedParagraph::Kind::added : ComparedParagraph::Kind::removed;
    compared.key = paragraph.key;
    (added ? compared.number_after : compared.number_before) = number;
    (added ? compared.agreed_after : compared.agreed_before) = paragraph.agreed;
    compared.runs = {{added ? ComparedRun::Kind::added : ComparedRun::Kind::removed, paragraph.text, {}}};
    return compared;
}

ComparedParagraph in_both(const Paragraph& before, std::size_t number_before, const Paragraph& after,
                          std::size_t number_after, bool moved) {
    ComparedParagraph compared;
    const bool same = before.text == after.text;
    compared.kind = same ? ComparedParagraph::Kind::same : ComparedParagraph::Kind::changed;
    compared.key = after.key;
    compared.number_before = number_before;
    compared.number_after = number_after;
    compared.moved = moved;
    compared.agreed_before = before.agreed;
    compared.agreed_after = after.agreed;
    if (same)
        compared.runs = {{ComparedRun::Kind::same, after.text, {}}};
    else
        compared.runs = compare_wordings(before.text, after.text);
    return compared;
}

/// Words as compared: a run each, with what stands behind it.
void add_run(std::vector<ComparedRun>& runs, ComparedRun::Kind kind, const std::vector<Word>& words,
             std::size_t begin, std::size_t end) {
    if (begin == end) return;
    runs.push_back({kind, text_of(words, begin, end), words[end - 1].gap});
}

} // namespace

std::string_view name_of(ComparedParagraph::Kind kind) {
    constexpr std::array<std::string_view, 4> names{"same", "changed", "added", "removed"};
    return names[static_cast<std::size_t>(kind)];
}

std::vector<ComparedRun> compare_wordings(std::string_view before, std::string_view after) {
    const WordDifference found = difference(before, after);
    std::vector<ComparedRun> runs;
    std::size_t at = 0;
    for (const Hunk& hunk : found.hunks) {
        add_run(runs, ComparedRun::Kind::same, found.left, at, hunk.begin);
        add_run(runs, ComparedRun::Kind::removed, found.left, hunk.begin, hunk.end);
        add_run(runs, ComparedRun::Kind::added, found.right, hunk.other_begin, hunk.other_end);
        at = hunk.end;
    }
    add_run(runs, ComparedRun::Kind::same, found.left, at, found.left.size());
    return runs;
}

std::vector<ComparedParagraph> compare_texts(const Text& before, const Text& after) {
    const Numbering numbers_before = numbering_of(before), numbers_after = numbering_of(after);
    const auto moved = moved_keys(after, numbers_before);
    std::vector<ComparedParagraph> compared;
    compared.reserve(before.size() + after.size());
    // What is gone stands behind the paragraph it stood behind, where that one stands now.
    const auto add_removed_from = [&](std::size_t at) {
        for (; at < before.size() && !numbers_after.contains(before[at].key); ++at)
            compared.push_back(alone(before[at], at + 1, false));
    };
    add_removed_from(0);
    for (std::size_t at = 0; at < after.size(); ++at) {
        const auto found = numbers_before.find(after[at].key);
        if (found == numbers_before.end()) {
            compared.push_back(alone(after[at], at + 1, true));
            continue;
        }
        compared.push_back(in_both(before[found->second - 1], found->second, after[at], at + 1,
                                   moved.contains(after[at].key)));
        add_removed_from(found->second);
    }
    return compared;
}

std::string clean_copy(const Text& text, std::string_view removed) {
    const Numbering numbering = numbering_of(text);
    std::string out;
    for (std::size_t number = 1; const Paragraph& paragraph : text)
        out += fmt::format("{}. {}\n\n", number++, shown(paragraph.text, numbering, removed));
    if (!out.empty()) out.pop_back();
    return out;
}

std::string marked_up_copy(const std::vector<ComparedParagraph>& compared, const Text& after,
                           std::string_view removed) {
    const Numbering numbering = numbering_of(after);
    std::string out;
    for (const ComparedParagraph& paragraph : compared) {
        if (!out.empty()) out += '\n';
        if (paragraph.number_after != 0) out += fmt::format("{}. ", paragraph.number_after);
        for (std::size_t at = 0; at < paragraph.runs.size(); ++at) {
            const ComparedRun& run = paragraph.runs[at];
            const std::string_view mark = run.kind == ComparedRun::Kind::same      ? ""
                                          : run.kind == ComparedRun::Kind::removed ? "~~"
                                                                                   : "**";
            out += fmt::format("{}{}{}", mark, shown(run.text, numbering, removed), mark);
            if (at + 1 < paragraph.runs.size()) out += run.gap.empty() ? " " : run.gap;
        }
        out += '\n';
    }
    return out;
}

} // namespace poa::decisions
