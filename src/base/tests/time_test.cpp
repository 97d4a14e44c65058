// SPDX-License-Identifier: Apache-2.0
#include "base/time.hpp"

#include <gtest/gtest.h>

namespace poa {
namespace {

TEST(Day, reads_days_that_exist_and_no_others) {
    struct Case {
        const char* text;
        bool exists;
    };
    const Case table[] = {
        {"2023-04-18", true},  {"2024-02-29", true},  {"1970-01-01", true},   {"0001-01-01", true},
        {"2023-02-29", false}, {"2023-13-01", false}, {"2023-00-10", false},  {"2023-04-31", false},
        {"2023-4-18", false},  {"", false},           {"2023-04-18 ", false}, {"20230418", false},
        {"2023-04-1x", false}, {"-023-04-18", false},
    };
    for (const Case& each : table) {
        auto day = Day::parse(each.text);
        EXPECT_EQ(day.has_value(), each.exists) << each.text;
        if (day) {
            EXPECT_EQ(day->iso(), each.text);
        }
    }
}

TEST(Day, knows_its_parts_and_the_day_of_an_instant) {
    Day day = *Day::of(2023, 4, 18);
    EXPECT_EQ(day.year(), 2023);
    EXPECT_EQ(day.month(), 4);
    EXPECT_EQ(day.day(), 18);
    EXPECT_EQ(Day::of(*parse_instant("2023-04-18T23:59:59Z")), day);
    EXPECT_EQ(Day::of(Instant{-1}).iso(), "1969-12-31");
}

TEST(Instant, is_written_and_read_back) {
    for (const char* text : {"2026-11-21T20:36:31Z", "1970-01-01T00:00:00Z", "1969-12-31T23:59:59Z"}) {
        auto instant = parse_instant(text);
        ASSERT_TRUE(instant) << text;
        EXPECT_EQ(iso(*instant), text);
    }
    Instant exact{1'700'000'000'123'456};
    EXPECT_EQ(iso(exact, true), "2023-11-14T22:13:20.123456Z");
    EXPECT_EQ(parse_instant(iso(exact, true)), exact);
}

TEST(Instant, refuses_other_texts) {
    for (const char* text :
         {"", "2026-11-21", "2026-11-21T24:00:00Z", "2026-11-21T20:60:31Z", "2026-11-21T20:36:31",
          "2026-11-21 20:36:31Z", "2026-02-30T20:36:31Z", "2026-11-21T20:36:31.1Z"})
        EXPECT_FALSE(parse_instant(text)) << text;
}

} // namespace
} // namespace poa
