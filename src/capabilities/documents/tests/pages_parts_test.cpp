// SPDX-License-Identifier: Apache-2.0
// Where a whole text is cut into parts. Each case draws its text: "H" heading, "h" heading inside a reply, a
// digit a passage of so many bytes; headings have one byte.
#include "capabilities/documents/pages_parts.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace poa::documents {
namespace {

std::vector<WeighedPassage> drawn(std::string_view text) {
    using Kind = WeighedPassage::Kind;
    std::vector<WeighedPassage> passages;
    for (char c : text)
        passages.push_back(c == 'H'   ? WeighedPassage{Kind::heading, 1}
                           : c == 'h' ? WeighedPassage{Kind::inner_heading, 1}
                                      : WeighedPassage{Kind::text, static_cast<std::size_t>(c - '0')});
    return passages;
}

/// The text with a bar before each part but the first.
std::string parted(std::string_view text, std::size_t bytes_max) {
    std::string out;
    auto passages = drawn(text);
    auto begins = part_begins(passages, bytes_max);
    for (std::size_t i = 0; i < begins.size(); ++i) {
        const std::size_t end = i + 1 < begins.size() ? begins[i + 1] : text.size();
        out += (i > 0 ? "|" : "") + std::string(text.substr(begins[i], end - begins[i]));
    }
    return out;
}

struct PartsCase {
    std::string_view name, text, parts;
};

class Parts : public testing::TestWithParam<PartsCase> {};

TEST_P(Parts, AreCutWhereTheTextIs) {
    EXPECT_EQ(parted(GetParam().text, 10), GetParam().parts);
}

INSTANTIATE_TEST_SUITE_P(
    Of, Parts,
    testing::Values(PartsCase{"NoText", "", ""}, PartsCase{"OnePassage", "5", "5"},
                    PartsCase{"AllThatFits", "H4H4", "H4H4"},
                    PartsCase{"BeforeAHeading", "3H5H33H4", "3H5|H33|H4"},
                    PartsCase{"HeadingsInARowStayTogether", "H7HH4H2", "H7|HH4H2"},
                    PartsCase{"HeavyReplyBeforeItsOwnHeadings", "H3H2h7h3h2", "H3|H2|h7|h3h2"},
                    PartsCase{"HeavyTextBetweenPassages", "H555H2", "H5|55|H2"},
                    PartsCase{"OnePassageTooHeavy", "2H99H2", "2|H9|9|H2"},
                    PartsCase{"WhatFollowsAHeavyOneFillsItsLastPart", "H92H2", "H9|2H2"}),
    [](const auto& info) { return std::string(info.param.name); });

} // namespace
} // namespace poa::documents
