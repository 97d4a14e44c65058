// SPDX-License-Identifier: Apache-2.0
#include "capabilities/members/name_key.hpp"

#include "base/require.hpp"
#include "base/text.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <set>

namespace poa::members {
namespace {

/// Compatibility form with case folded, then taken apart, so that marks are characters of their own.
icu::UnicodeString folded(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    static const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    static const icu::Normalizer2* apart = icu::Normalizer2::getNFDInstance(status);
    require(fold != nullptr && apart != nullptr, "ICU has NFKC_Casefold and NFD");
    const auto source = icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
    status = U_ZERO_ERROR;
    icu::UnicodeString result = apart->normalize(fold->normalize(source, status), status);
    require(U_SUCCESS(status) != 0, "text can be folded");
    return result;
}

bool is_apostrophe(UChar32 c) {
    return c == 0x27 || c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0x60;
}

/// What belongs to the letter before it and makes no new word: marks, the Arabic tatweel, full stops of
/// "U.S.A.".
bool is_dropped(UChar32 c) {
    const auto category = u_charType(c);
    return category == U_NON_SPACING_MARK || category == U_FORMAT_CHAR || c == 0x0640 || c == '.' ||
           is_apostrophe(c);
}

} // namespace

std::string name_key(std::string_view name) {
    if (!is_utf8(name)) return {};
    const icu::UnicodeString text = folded(name);
    icu::UnicodeString out;
    bool word_ended = false;
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const UChar32 c = text.char32At(i);
        if (is_dropped(c)) continue;
        const bool is_and = c == '&';
        if (!u_isalnum(c) && !is_and) {
            word_ended = true;
            continue;
        }
        if ((word_ended || is_and) && !out.isEmpty()) out.append(UChar32(' '));
        if (is_and)
            out.append(u"and");
        else
            out.append(c);
        word_ended = is_and;
    }
    std::string key;
    out.toUTF8String(key);
    if (key.starts_with("the ")) key.erase(0, 4);
    return key;
}

std::vector<std::string> name_keys(const State& state) {
    std::set<std::string_view> names; // many forms are the same in several languages; folding is what costs
    for (const StateName& name : state.names)
        names.insert({name.official, name.display, name.formal, name.m49});
    names.insert(state.variants.begin(), state.variants.end());
    std::set<std::string> keys;
    for (const std::string_view name : names)
        if (std::string key = name_key(name); !key.empty()) keys.insert(std::move(key));
    return {keys.begin(), keys.end()};
}

} // namespace poa::members
