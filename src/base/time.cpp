// SPDX-License-Identifier: Apache-2.0
#include "base/time.hpp"

#include <fmt/compile.h>

#include <charconv>
#include <chrono>

namespace poa {
namespace {

std::optional<int> number(std::string_view digits) {
    int value = 0;
    for (char c : digits) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::chrono::year_month_day civil(std::int32_t days) {
    return std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{days}}};
}

} // namespace

std::optional<Day> Day::of(int year, int month, int day) {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    std::chrono::year_month_day date{std::chrono::year{year},
                                     std::chrono::month{static_cast<unsigned>(month)},
                                     std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok()) return std::nullopt;
    return Day{static_cast<std::int32_t>(std::chrono::sys_days{date}.time_since_epoch().count())};
}

std::optional<Day> Day::parse(std::string_view iso) {
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
    auto year = number(iso.substr(0, 4)), month = number(iso.substr(5, 2)), day = number(iso.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    return of(*year, *month, *day);
}

Day Day::of(Instant instant) {
    auto point =
        std::chrono::sys_time<std::chrono::microseconds>{std::chrono::microseconds{instant.microseconds}};
    return Day{
        static_cast<std::int32_t>(std::chrono::floor<std::chrono::days>(point).time_since_epoch().count())};
}

int Day::year() const {
    return static_cast<int>(civil(days).year());
}
int Day::month() const {
    return static_cast<int>(static_cast<unsigned>(civil(days).month()));
}
int Day::day() const {
    return static_cast<int>(static_cast<unsigned>(civil(days).day()));
}

std::string Day::iso() const {
    auto date = civil(days);
    return fmt::format(FMT_COMPILE("{:04}-{:02}-{:02}"), static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string iso(Instant instant, bool exact) {
    Day day = Day::of(instant);
    std::int64_t rest = instant.microseconds - std::int64_t{day.days} * 86'400'000'000;
    std::int64_t seconds = rest / 1'000'000;
    std::string text = day.iso();
    auto end = fmt::format_to(std::back_inserter(text), FMT_COMPILE("T{:02}:{:02}:{:02}"), seconds / 3600,
                              seconds / 60 % 60, seconds % 60);
    if (exact) fmt::format_to(end, FMT_COMPILE(".{:06}"), rest % 1'000'000);
    text += 'Z';
    return text;
}

std::optional<Instant> parse_instant(std::string_view text) {
    if (text.size() < 20 || text[10] != 'T' || text.back() != 'Z' || text[13] != ':' || text[16] != ':')
        return std::nullopt;
    auto day = Day::parse(text.substr(0, 10));
    auto hour = number(text.substr(11, 2)), minute = number(text.substr(14, 2)),
         second = number(text.substr(17, 2));
    if (!day || !hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59)
        return std::nullopt;
    std::int64_t micros = 0;
    if (text.size() != 20) {
        if (text.size() != 27 || text[19] != '.') return std::nullopt;
        auto fraction = number(text.substr(20, 6));
        if (!fraction) return std::nullopt;
        micros = *fraction;
    }
    return Instant{std::int64_t{day->days} * 86'400'000'000 +
                   (*hour * 3600 + *minute * 60 + *second) * std::int64_t{1'000'000} + micros};
}

Instant SystemClock::now() const {
    auto now = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::microseconds>(now).count()};
}

} // namespace poa
