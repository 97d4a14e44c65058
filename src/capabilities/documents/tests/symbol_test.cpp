// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/symbol.hpp"

#include <gtest/gtest.h>

namespace poa::documents {
namespace {

std::vector<std::string> found_in(std::string_view text) {
    std::vector<std::string> symbols;
    for (const FoundSymbol& found : find_symbols(text)) symbols.push_back(found.symbol.text());
    return symbols;
}

using Texts = std::vector<std::string>;

TEST(Symbols, DOC_14_AreReadAndWrittenCanonically) {
    for (auto [typed, canonical] : {std::pair{"A/78/76", "A/78/76"},
                                    {" a/res/77/37 ", "A/RES/77/37"},
                                    {"A/C.1/77/L.73", "A/C.1/77/L.73"},
                                    {"A/AC.292/2025/CRP.1", "A/AC.292/2025/CRP.1"},
                                    {"a/78/76/add.1", "A/78/76/Add.1"},
                                    {"S/RES/1540 (2004)", "S/RES/1540(2004)"},
                                    {"A/75/816", "A/75/816"},
                                    {"A/CONF.192/15", "A/CONF.192/15"},
                                    {"CD/1864", "CD/1864"}}) {
        auto symbol = Symbol::parse(typed);
        ASSERT_TRUE(symbol) << typed;
        EXPECT_EQ(symbol->text(), canonical);
    }
}

TEST(Symbols, RefuseWhatIsNone) {
    for (const char* text :
         {"", "A", "A/", "/A/78", "A/B", "A/RES", "B/78/76", "A/78/", "A//76", "A/78/76/", "and/or",
          "12/04/2023", "A/78/76 and more", "A/78-76", "A/1234567/1", "S/RES/1540(04)", "A/١/٢"}) {
        EXPECT_FALSE(Symbol::parse(text)) << text;
    }
}

TEST(Symbols, HaveSlugsThatLeadBack) {
    for (const char* text :
         {"A/78/76", "A/RES/77/37", "A/C.1/77/L.73", "A/AC.292/2025/CRP.1", "A/80/257", "A/78/76/Add.1"}) {
        auto symbol = Symbol::parse(text);
        ASSERT_TRUE(symbol);
        auto back = Symbol::from_slug(symbol->slug());
        ASSERT_TRUE(back) << symbol->slug();
        EXPECT_EQ(*back, *symbol);
    }
    EXPECT_EQ(Symbol::parse("A/78/76")->slug(), "a-78-76");
    EXPECT_EQ(Symbol::from_slug("a-78-76.txt")->text(), "A/78/76");
    for (const char* name : {"canada.txt", "new-zealand", "a.txt", "", "-", "a-b"})
        EXPECT_FALSE(Symbol::from_slug(name)) << name;
}

TEST(Symbols, AreFoundInRunningText) {
    EXPECT_EQ(found_in("See A/65/201, A/68/98 and A/70/174."), (Texts{"A/65/201", "A/68/98", "A/70/174"}));
    EXPECT_EQ(found_in("(A/75/816)"), (Texts{"A/75/816"}));
    EXPECT_EQ(found_in("contained in A/AC.290/2021/CRP.2."), (Texts{"A/AC.290/2021/CRP.2"}));
    auto found = find_symbols("x A/78/76, y");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].begin, 2U);
    EXPECT_EQ(found[0].end, 9U);
}

TEST(Symbols, AreReadFromResolutionNumbers) {
    EXPECT_EQ(found_in("resolution 77/37 of the Assembly"), (Texts{"A/RES/77/37"}));
    EXPECT_EQ(found_in("Resolutions 70/237, 76/19 and 77/37"),
              (Texts{"A/RES/70/237", "A/RES/76/19", "A/RES/77/37"}));
    EXPECT_EQ(found_in("decision 75/564 of 28 April 2021"), (Texts{"A/DEC/75/564"}));
    EXPECT_EQ(found_in("its resolution 1996/31 of"), (Texts{"E/RES/1996/31"}));
}

TEST(Symbols, AreNotSeenWhereTheyAreNot) {
    for (const char* text :
         {"and/or", "12/04/2023", "a ratio of 77/37", "https://docs.un.org/A/RES/77/37", "www.un.org/A/78/76",
          "ODA/2023-001/Programme", "in 2021/22", "km/h", "24/7", "A/4 paper", "the resolution of 2021",
          "xA/78/76", "resolution 7/3/2", "resolution 123/45"})
        EXPECT_EQ(found_in(text), Texts{}) << text;
}

TEST(Symbols, AreFoundInLinearTime) {
    std::string hostile;
    while (hostile.size() < 2'000'000) hostile += "A/78/76.A/((((ST/ resolution 12/34, 12/";
    auto begin = std::chrono::steady_clock::now();
    EXPECT_GT(find_symbols(hostile).size(), 1000U);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));
}

} // namespace
} // namespace poa::documents
