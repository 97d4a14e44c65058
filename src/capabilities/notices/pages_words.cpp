// SPDX-License-Identifier: Apache-2.0
#include "capabilities/notices/pages_words.hpp"

namespace poa::notices {
namespace {

/// A day that ends at midnight is told as the day.
std::string told(Instant until, const web::Wording& in) {
    const Day day = Day::of(until);
    const bool is_whole_day = until.microseconds == std::int64_t{day.days} * 86'400'000'000;
    return is_whole_day ? in.day(day) : in.moment(until);
}

} // namespace

std::string sentence_of(NoticeKind kind, std::optional<std::int64_t> year, std::optional<Instant> until,
                        const web::Wording& in) {
    const NoticeKindSpec& spec = spec_of(kind);
    const bool is_open = !until && !spec.without_until.empty();
    const std::string_view sentence = in.tr(is_open ? spec.without_until : spec.sentence);
    const std::string year_text = year ? std::to_string(*year) : std::string("–");
    const std::string until_text = until ? told(*until, in) : std::string("–");
    const std::pair<std::string_view, std::string_view> values[] = {{"year", year_text},
                                                                    {"until", until_text}};
    return web::fill(sentence, values);
}

} // namespace poa::notices
