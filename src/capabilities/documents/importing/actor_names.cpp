// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/importing/actor_names.hpp"

#include "base/require.hpp"
#include "base/text.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace poa::documents {
namespace {

constexpr std::size_t searched_bytes_max = 4'000;

icu::UnicodeString folded(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    static const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    static const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(status);
    require(U_SUCCESS(status) && fold && decompose, "ICU has its normalisers");
    auto wide =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    return decompose->normalize(fold->normalize(wide, status), status);
}

/// Letters and digits in words; an apostrophe ends a word, and a lone "s" after it is dropped.
std::vector<std::string> words_of(std::string_view text) {
    icu::UnicodeString wide = folded(text);
    std::vector<std::string> words;
    icu::UnicodeString word;
    bool after_apostrophe = false, drop = false;
    auto finish = [&] {
        if (word.isEmpty()) return;
        std::string narrow;
        word.toUTF8String(narrow);
        if (!(drop && narrow == "s")) words.push_back(std::move(narrow));
        word.remove();
    };
    for (int32_t i = 0; i < wide.length(); i = wide.moveIndex32(i, 1)) {
        UChar32 c = wide.char32At(i);
        if (u_charType(c) == U_NON_SPACING_MARK) continue;
        if (u_isalnum(c)) {
            if (word.isEmpty()) drop = after_apostrophe;
            word.append(c);
            after_apostrophe = false;
        } else {
            finish();
            after_apostrophe = c == '\'' || c == 0x2019;
        }
    }
    finish();
    return words;
}

bool is_article(std::string_view word) {
    for (std::string_view article : {"the", "la", "le", "les", "l", "el", "los", "las"})
        if (word == article) return true;
    return false;
}

} // namespace

std::string fold_name(std::string_view name) {
    std::vector<std::string> words = words_of(name);
    while (words.size() > 1 && is_article(words.front())) words.erase(words.begin());
    while (words.size() > 1 && is_article(words.back())) words.pop_back();
    return join(words, " ");
}

void ActorNames::add(Actor actor) {
    std::string folded_name = fold_name(actor.name);
    if (folded_name.empty()) return;
    words_max_ = std::max(
        words_max_, static_cast<std::size_t>(std::count(folded_name.begin(), folded_name.end(), ' ')) + 1);
    for (const auto& [name, known] : by_name_)
        if (known.key == actor.key) {
            actor.name = known.name;
            break;
        }
    by_name_.try_emplace(std::move(folded_name), std::move(actor));
}

void ActorNames::add_state(std::string_view iso3, std::string_view name) {
    add({"state:" + std::string(iso3), std::string(name)});
}

void ActorNames::add_organisation(std::string_view slug, std::string_view name) {
    add({"organisation:" + std::string(slug), std::string(name)});
}

std::optional<Actor> ActorNames::find(std::string_view name) const {
    // "Netherlands (Kingdom of the)" is also "Kingdom of the Netherlands" and "Netherlands".
    std::size_t open = name.find('('), close = name.find(')');
    std::vector<std::string> forms = {fold_name(name)};
    if (open != std::string_view::npos && close != std::string_view::npos && open < close) {
        std::string outside(name.substr(0, open)), inside(name.substr(open + 1, close - open - 1));
        forms.push_back(fold_name(inside + " " + outside));
        forms.push_back(fold_name(outside));
    }
    for (const std::string& form : forms)
        if (auto found = by_name_.find(form); found != by_name_.end()) return found->second;
    return std::nullopt;
}

std::optional<Actor> ActorNames::find_in(std::string_view text) const {
    std::vector<std::string> words = words_of(text.substr(0, searched_bytes_max));
    for (std::size_t i = 0; i < words.size(); ++i)
        for (std::size_t length = std::min(words_max_, words.size() - i); length > 0; --length) {
            std::vector<std::string> part(words.begin() + static_cast<std::ptrdiff_t>(i),
                                          words.begin() + static_cast<std::ptrdiff_t>(i + length));
            if (auto found = by_name_.find(join(part, " ")); found != by_name_.end()) return found->second;
        }
    return std::nullopt;
}

} // namespace poa::documents
