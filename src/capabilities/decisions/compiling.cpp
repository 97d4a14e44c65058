// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/compiling.hpp"

#include "capabilities/decisions/wording.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace poa::decisions {
namespace {

constexpr std::string_view no_paragraph = "—";
constexpr std::string_view state_prefix = "state:";

/// Who is named in the text: "XXA", "Chair", nobody.
std::string name_in_text(const Amendment& amendment, bool attribution) {
    if (!attribution || !amendment.attributed) return {};
    if (amendment.by.starts_with(state_prefix)) return amendment.by.substr(state_prefix.size());
    return amendment.by == "chair" ? "Chair" : amendment.by;
}

std::string bracketed(std::string_view by, std::string_view text) {
    return by.empty() ? fmt::format("[{}]", text) : fmt::format("[{}: {}]", by, text);
}

/// Where the bracket that opens at `at` ends; npos where it does not.
std::size_t closing(std::string_view text, std::size_t at) {
    int depth = 0;
    for (; at < text.size(); ++at) {
        if (text[at] == '[') ++depth;
        if (text[at] == ']' && --depth == 0) return at;
    }
    return std::string_view::npos;
}

/// "Alt 2 (XXA): text" without its brackets.
std::optional<Alternative> read_alternative(std::string_view inside) {
    if (!inside.starts_with("Alt ")) return std::nullopt;
    std::size_t at = 4;
    while (at < inside.size() && inside[at] >= '0' && inside[at] <= '9') ++at;
    if (at == 4) return std::nullopt;
    Alternative found;
    if (inside.substr(at).starts_with(" (")) {
        const std::size_t end = inside.find(')', at);
        if (end == std::string_view::npos) return std::nullopt;
        found.by = inside.substr(at + 2, end - at - 2);
        at = end + 1;
    }
    if (!inside.substr(at).starts_with(": ")) return std::nullopt;
    found.text = inside.substr(at + 2);
    return found;
}

/// Whether the change is of some words of the paragraph, not of its brackets, and leaves most of it.
bool is_of_some_words(const WordDifference& difference) {
    std::size_t changed = 0;
    for (const Hunk& hunk : difference.hunks) {
        changed += hunk.end - hunk.begin;
        const std::string old_words = text_of(difference.left, hunk.begin, hunk.end);
        const std::string new_words = text_of(difference.right, hunk.other_begin, hunk.other_end);
        if ((old_words + new_words).find_first_of("[]") != std::string::npos) return false;
    }
    return changed * 2 <= difference.left.size();
}

std::string with_words_in_brackets(const WordDifference& difference, std::string_view by) {
    std::vector<Word> words;
    std::size_t at = 0;
    const auto copy = [&](std::size_t end) {
        for (; at < end; ++at) words.push_back(difference.left[at]);
    };
    for (const Hunk& hunk : difference.hunks) {
        copy(hunk.begin);
        if (hunk.begin < hunk.end)
            words.push_back({bracketed({}, text_of(difference.left, hunk.begin, hunk.end)), " "});
        if (hunk.other_begin < hunk.other_end)
            words.push_back(
                {bracketed(by, text_of(difference.right, hunk.other_begin, hunk.other_end)), " "});
        at = hunk.end;
    }
    copy(difference.left.size());
    return text_of(words, 0, words.size());
}

class Compiling {
  public:
    Compiling(const Text& text, std::span<const Amendment> amendments, bool attribution,
              const CompilingNeeds& needs)
        : amendments_(amendments), attribution_(attribution), needs_(needs) {
        made_.text = text;
    }

    Compiled compiled() {
        const Text before = made_.text;
        for (const Paragraph& paragraph : before) reword(paragraph);
        for (const Amendment& amendment : amendments_)
            if (amendment.parent == 0 && amendment.kind == AmendmentKind::insert_before) insert(amendment);
        // The last first, so that they stand behind their paragraph in the order they were made.
        for (std::size_t at = amendments_.size(); at-- > 0;)
            if (amendments_[at].parent == 0 && amendments_[at].kind == AmendmentKind::insert_after)
                insert(amendments_[at]);
        return std::move(made_);
    }

  private:
    /// An amendment and those to it, as alternatives.
    void add_wordings(const Amendment& amendment, std::vector<Alternative>& wordings) {
        made_.taken.push_back(amendment.number);
        wordings.push_back({name_in_text(amendment, attribution_),
                            has_wording(amendment.kind) ? amendment.text : std::string(no_paragraph)});
        for (const Amendment& child : amendments_)
            if (child.parent == amendment.number) {
                made_.taken.push_back(child.number);
                wordings.push_back({name_in_text(child, attribution_), child.text});
            }
    }
    void reword(const Paragraph& paragraph) {
        std::vector<Alternative> wordings;
        for (const Amendment& amendment : amendments_)
            if (amendment.parent == 0 && amendment.target == paragraph.key &&
                (amendment.kind == AmendmentKind::replace || amendment.kind == AmendmentKind::remove))
                add_wordings(amendment, wordings);
        if (wordings.empty()) return;
        made_.paragraphs.push_back(paragraph.key);
        made_.text =
            with_wording(std::move(made_.text), paragraph.key, compiled_wording(paragraph, wordings));
    }
    [[nodiscard]] static std::string compiled_wording(const Paragraph& paragraph,
                                                      const std::vector<Alternative>& wordings) {
        std::vector<Alternative> all = alternatives_of(paragraph.text);
        if (all.empty() && wordings.size() == 1 && wordings.front().text != no_paragraph) {
            const WordDifference found = difference(paragraph.text, wordings.front().text);
            if (is_of_some_words(found)) return with_words_in_brackets(found, wordings.front().by);
        }
        if (all.empty()) all.push_back({{}, paragraph.text});
        all.insert(all.end(), wordings.begin(), wordings.end());
        return paragraph_of(all);
    }
    void insert(const Amendment& amendment) {
        std::vector<Alternative> wordings;
        add_wordings(amendment, wordings);
        const std::string wording =
            wordings.size() == 1 ? bracketed(wordings.front().by, amendment.text) : paragraph_of(wordings);
        const std::string key = needs_.new_key();
        made_.paragraphs.push_back(key);
        made_.text = with_new(std::move(made_.text), key, wording, needs_.place_of(amendment.target),
                              amendment.kind == AmendmentKind::insert_after);
    }

    std::span<const Amendment> amendments_;
    bool attribution_;
    const CompilingNeeds& needs_;
    Compiled made_;
};

} // namespace

Compiled compile(const Text& text, std::span<const Amendment> amendments, bool attribution,
                 const CompilingNeeds& needs) {
    return Compiling(text, amendments, attribution, needs).compiled();
}

std::vector<Alternative> alternatives_of(std::string_view paragraph) {
    std::vector<Alternative> found;
    for (std::size_t at = 0; at < paragraph.size();) {
        if (paragraph[at] == ' ' || paragraph[at] == '\n') {
            ++at;
            continue;
        }
        const std::size_t end = paragraph[at] == '[' ? closing(paragraph, at) : std::string_view::npos;
        if (end == std::string_view::npos) return {};
        auto one = read_alternative(paragraph.substr(at + 1, end - at - 1));
        if (!one) return {};
        found.push_back(std::move(*one));
        at = end + 1;
    }
    return found;
}

std::string paragraph_of(std::span<const Alternative> alternatives) {
    std::string out;
    for (std::size_t number = 1; const Alternative& one : alternatives) {
        if (number > 1) out += ' ';
        const std::string by = one.by.empty() ? std::string() : fmt::format(" ({})", one.by);
        out += fmt::format("[Alt {}{}: {}]", number++, by, one.text);
    }
    return out;
}

} // namespace poa::decisions
