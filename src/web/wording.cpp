// SPDX-License-Identifier: Apache-2.0
#include "web/wording.hpp"

#include "base/require.hpp"
#include "web/assets/assets.hpp"

#include <boost/locale/gnu_gettext.hpp>
#include <boost/locale/message.hpp>
#include <unicode/datefmt.h>
#include <unicode/numfmt.h>

#include <array>
#include <locale>

namespace poa::web {
namespace {

struct Tongue {
    Language language;
    std::string_view code;
    std::string_view own_name;
    const char* icu; ///< Latin digits everywhere, as in the documents of the United Nations
};
constexpr std::array<Tongue, 6> tongues = {{
    {Language::en, "en", "English", "en_GB"},
    {Language::fr, "fr", "Français", "fr"},
    {Language::ar, "ar", "العربية", "ar@numbers=latn"},
    {Language::zh, "zh", "中文", "zh_Hans"},
    {Language::ru, "ru", "Русский", "ru"},
    {Language::es, "es", "Español", "es"},
}};
const Tongue& tongue(Language language) {
    return tongues[static_cast<std::size_t>(language)];
}

std::string utf8(const icu::UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

/// ICU formatters are not to be shared between threads.
struct Formatters {
    std::unique_ptr<icu::DateFormat> day, moment;
    std::unique_ptr<icu::NumberFormat> number;
};

const Formatters& formatters(Language language) {
    thread_local std::array<std::unique_ptr<Formatters>, 6> kept;
    auto& mine = kept[static_cast<std::size_t>(language)];
    if (mine) return *mine;
    mine = std::make_unique<Formatters>();
    icu::Locale locale(tongue(language).icu);
    mine->day.reset(icu::DateFormat::createDateInstance(icu::DateFormat::kLong, locale));
    mine->moment.reset(
        icu::DateFormat::createDateTimeInstance(icu::DateFormat::kLong, icu::DateFormat::kShort, locale));
    UErrorCode status = U_ZERO_ERROR;
    mine->number.reset(icu::NumberFormat::createInstance(locale, status));
    require(mine->day && mine->moment && U_SUCCESS(status), "ICU formats dates and numbers");
    mine->day->setTimeZone(*icu::TimeZone::getGMT());
    mine->moment->setTimeZone(*icu::TimeZone::getGMT());
    return *mine;
}

} // namespace

std::string_view code_of(Language language) {
    return tongue(language).code;
}
std::string_view own_name_of(Language language) {
    return tongue(language).own_name;
}
bool is_right_to_left(Language language) {
    return language == Language::ar;
}

std::optional<Language> parse_language(std::string_view code) {
    std::string_view primary = code.substr(0, code.find_first_of("-_"));
    for (const Tongue& each : tongues)
        if (each.code == primary) return each.language;
    return std::nullopt;
}

std::string_view direction_of(std::string_view tag) {
    std::string_view primary = tag.substr(0, tag.find_first_of("-_"));
    for (std::string_view right_to_left : {"ar", "he", "fa", "ur", "ps", "sd", "ug", "yi", "dv", "ckb"})
        if (primary == right_to_left) return "rtl";
    return "ltr";
}

struct Wording::Inside {
    std::locale locale; ///< owns the facet
    const boost::locale::message_format<char>* messages = nullptr;
};

Wording::Wording(Language language) : language_(language) {
    auto inside = std::make_shared<Inside>();
    if (std::string_view catalogue = assets::catalogue(code_of(language)); !catalogue.empty()) {
        namespace gettext = boost::locale::gnu_gettext;
        gettext::messages_info info;
        info.language = std::string(code_of(language));
        info.encoding = "UTF-8";
        info.paths.emplace_back("");
        info.domains.emplace_back("poa");
        info.callback = [catalogue](const std::string&, const std::string&) {
            return std::vector<char>(catalogue.begin(), catalogue.end());
        };
        auto* facet = gettext::create_messages_facet<char>(info);
        require(facet != nullptr, "an embedded catalogue can be read");
        inside->locale = std::locale(std::locale::classic(), facet);
        inside->messages = facet;
    }
    inside_ = std::move(inside);
}

const Wording& Wording::in(Language language) {
    static const std::array<Wording, 6> all = {Wording(Language::en), Wording(Language::fr),
                                               Wording(Language::ar), Wording(Language::zh),
                                               Wording(Language::ru), Wording(Language::es)};
    return all[static_cast<std::size_t>(language)];
}

std::string_view Wording::tr(const char* text) const {
    if (inside_->messages == nullptr || *text == '\0')
        return text; // the empty msgid is the catalogue's header
    const char* found = inside_->messages->get(0, nullptr, text);
    return found != nullptr && *found != '\0' ? found : text;
}

std::string_view Wording::tr(std::string_view text) const {
    if (inside_->messages == nullptr) return text;
    std::string terminated(text);
    std::string_view found = tr(terminated.c_str());
    return found.data() == terminated.c_str() ? text : found;
}

std::string_view Wording::tr_c(const char* context, const char* text) const {
    if (inside_->messages == nullptr) return text;
    const char* found = inside_->messages->get(0, context, text);
    return found != nullptr && *found != '\0' ? found : text;
}

std::string Wording::tr(const char* text, Fill values) const {
    return fill(tr(text), std::span(values.begin(), values.size()));
}

std::string Wording::tr_n(const char* one, const char* many, std::int64_t n, Fill values) const {
    const char* found = nullptr;
    if (inside_->messages != nullptr) found = inside_->messages->get(0, nullptr, one, static_cast<int>(n));
    std::string_view text = found != nullptr && *found != '\0' ? found : n == 1 ? one : many;
    std::string count = number(n);
    std::vector<std::pair<std::string_view, std::string_view>> all(values.begin(), values.end());
    all.emplace_back("n", count);
    return fill(text, all);
}

std::string Wording::day(Day day) const {
    icu::UnicodeString out;
    formatters(language_).day->format(static_cast<UDate>(day.days) * 86'400'000.0, out);
    return utf8(out);
}

std::string Wording::moment(Instant instant) const {
    icu::UnicodeString out;
    formatters(language_).moment->format(static_cast<UDate>(instant.microseconds) / 1000.0, out);
    return utf8(out) + " UTC";
}

std::string Wording::number(std::int64_t number) const {
    icu::UnicodeString out;
    formatters(language_).number->format(static_cast<int64_t>(number), out);
    return utf8(out);
}

std::string fill(std::string_view text,
                 std::span<const std::pair<std::string_view, std::string_view>> values) {
    std::string out;
    for (;;) {
        std::size_t open = text.find('{');
        std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
        if (close == std::string_view::npos) return out.append(text);
        std::string_view name = text.substr(open + 1, close - open - 1);
        std::string_view filling = text.substr(open, close - open + 1);
        for (const auto& [known, value] : values)
            if (known == name) filling = value;
        out.append(text.substr(0, open)).append(filling);
        text.remove_prefix(close + 1);
    }
}

} // namespace poa::web
