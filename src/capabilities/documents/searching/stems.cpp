// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/searching/stems.hpp"

#include "base/require.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <libstemmer.h>

namespace poa::documents {
namespace {

struct StemmerEnd {
    void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};
using Stemmer = std::unique_ptr<sb_stemmer, StemmerEnd>;

/// Snowball's stemmers keep state, so each thread has its own.
sb_stemmer* stemmer_of(Language language) {
    static constexpr std::array<const char*, 6> names = {nullptr,  nullptr,   "english",
                                                         "french", "russian", "spanish"};
    thread_local std::array<Stemmer, 6> stemmers;
    auto index = static_cast<std::size_t>(language);
    if (!names[index]) return nullptr;
    if (!stemmers[index]) {
        stemmers[index].reset(sb_stemmer_new(names[index], "UTF_8"));
        require(stemmers[index] != nullptr, "libstemmer has the language");
    }
    return stemmers[index].get();
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string snowball(std::string_view word, Language language) {
    sb_stemmer* stemmer = stemmer_of(language);
    if (!stemmer) return std::string(word);
    const sb_symbol* out = sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol*>(word.data()),
                                           static_cast<int>(word.size()));
    require(out != nullptr, "memory for a stem");
    return {reinterpret_cast<const char*>(out), static_cast<std::size_t>(sb_stemmer_length(stemmer))};
}

UScriptCode script_of(std::string_view word) {
    UChar32 c = 0;
    int32_t i = 0;
    if (word.empty()) return USCRIPT_COMMON;
    U8_NEXT(word.data(), i, static_cast<int32_t>(word.size()), c);
    UErrorCode status = U_ZERO_ERROR;
    return c < 0 ? USCRIPT_COMMON : uscript_getScript(c, &status);
}

Language language_of_word(std::string_view word, Language language) {
    switch (script_of(word)) {
    case USCRIPT_CYRILLIC:
        return Language::russian;
    case USCRIPT_ARABIC:
        return Language::arabic;
    case USCRIPT_HAN:
        return Language::chinese;
    case USCRIPT_LATIN:
        return language == Language::french || language == Language::spanish ? language : Language::english;
    default:
        return Language::chinese; // digits and other scripts: no stemming
    }
}

/// "organisation", "organised" -> "organization", "organized": the papers use all three spellings of English.
std::string with_z(std::string word) {
    for (std::string_view ending : {"ation", "ations", "ational", "e", "es", "ed", "ing", "er", "ers"}) {
        if (!word.ends_with(ending) || word.size() < ending.size() + 4) continue;
        std::size_t s = word.size() - ending.size() - 1;
        bool after = word[s] == 's' && (word[s - 1] == 'i' || word[s - 1] == 'y');
        if (after) word[s] = 'z';
        if (after) break;
    }
    return word;
}

/// "behaviour" and "behavior", "programme" and "program", "defence" and "defense".
std::string one_spelling(std::string stem) {
    static constexpr std::pair<std::string_view, std::string_view> ends[] = {
        {"our", "or"}, {"mm", "m"}, {"enc", "ens"}};
    for (auto [from, to] : ends) {
        if (!stem.ends_with(from) || stem.size() < 5) continue;
        stem.replace(stem.size() - from.size(), from.size(), to);
        break;
    }
    return stem;
}

std::string english_stem(std::string_view folded) {
    return one_spelling(strip_marks(snowball(with_z(std::string(folded)), Language::english)));
}

bool is_arabic_mark(UChar32 c) {
    return u_charType(c) == U_NON_SPACING_MARK || c == 0x0640;
}

char16_t arabic_letter(char16_t c) {
    switch (c) {
    case 0x0623:
    case 0x0625:
    case 0x0622:
    case 0x0671:
        return 0x0627; // forms of alef
    case 0x0649:
    case 0x0626:
        return 0x064A; // alef maqsura, hamza on yeh
    case 0x0624:
        return 0x0648; // hamza on waw
    case 0x0629:
        return 0x0647; // teh marbuta
    default:
        return c;
    }
}

bool take_prefix(icu::UnicodeString& word, const char16_t* prefix, int32_t rest_min) {
    icu::UnicodeString sign(prefix);
    if (!word.startsWith(sign) || word.length() - sign.length() < rest_min) return false;
    word.remove(0, sign.length());
    return true;
}

std::string arabic_stem(std::string_view folded) {
    auto wide =
        icu::UnicodeString::fromUTF8(icu::StringPiece(folded.data(), static_cast<int32_t>(folded.size())));
    icu::UnicodeString word;
    for (int32_t i = 0; i < wide.length(); ++i)
        if (!is_arabic_mark(wide[i])) word.append(arabic_letter(wide[i]));
    take_prefix(word, u"\u0648", 3); // "and"
    for (const char16_t* article : {u"\u0628\u0627\u0644", u"\u0643\u0627\u0644", u"\u0641\u0627\u0644",
                                    u"\u0644\u0644", u"\u0627\u0644"})
        if (take_prefix(word, article, 2)) break;
    for (const char16_t* suffix : {u"\u0647\u0627", u"\u0627\u0646", u"\u0627\u062A", u"\u0648\u0646",
                                   u"\u064A\u0646", u"\u064A\u0647", u"\u0647", u"\u064A"}) {
        icu::UnicodeString sign(suffix);
        if (word.endsWith(sign) && word.length() - sign.length() >= 2)
            word.truncate(word.length() - sign.length());
    }
    std::string out;
    word.toUTF8String(out);
    return out;
}

} // namespace

std::string fold_case(std::string_view word) {
    if (is_ascii(word)) {
        std::string lower(word);
        for (char& c : lower)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
        return lower;
    }
    UErrorCode status = U_ZERO_ERROR;
    static const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    require(fold != nullptr, "ICU has NFKC case folding");
    auto wide =
        icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<int32_t>(word.size())));
    icu::UnicodeString folded = fold->normalize(wide, status);
    static constexpr std::pair<UChar32, const char16_t*> plain[] = {
        {0x2019, u"'"}, {0x0153, u"oe"}, {0x00E6, u"ae"}};
    for (auto [from, to] : plain) folded.findAndReplace(icu::UnicodeString(from), icu::UnicodeString(to));
    std::string out;
    folded.toUTF8String(out);
    return out;
}

std::string strip_marks(std::string_view text) {
    if (is_ascii(text)) return std::string(text);
    UErrorCode status = U_ZERO_ERROR;
    static const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(status);
    require(decompose != nullptr, "ICU has NFD");
    auto wide =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    icu::UnicodeString apart = decompose->normalize(wide, status), kept;
    for (int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1))
        if (u_charType(apart.char32At(i)) != U_NON_SPACING_MARK) kept.append(apart.char32At(i));
    std::string out;
    kept.toUTF8String(out);
    return out;
}

std::string stem(std::string_view folded, Language language) {
    Language own = language_of_word(folded, language);
    if (own == Language::chinese) return std::string(folded);
    if (own == Language::arabic) return arabic_stem(folded);
    if (own == Language::english) return english_stem(folded);
    // Accents are often left out of French queries, and most of its endings have none.
    if (own == Language::french) return snowball(strip_marks(folded), own);
    return strip_marks(snowball(folded, own));
}

} // namespace poa::documents
