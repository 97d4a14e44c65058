// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "capabilities/documents/converting_markup.hpp"
#include "capabilities/documents/converting_numbering.hpp"
#include "capabilities/documents/converting_package.hpp"
#include "capabilities/documents/converting_pdf.hpp"
#include "capabilities/documents/importing/source_text.hpp"
#include "corpus.hpp"

#include <gtest/gtest.h>

#include <ctime>
#include <functional>
#include <random>
#include <set>

using namespace std::string_literals;

namespace poa::documents::test {
namespace {

Refusal refused(const std::string& text) {
    auto parsed = parse_document(text, {}, names());
    if (parsed) return Refusal::because(Refusal::Kind::rule, "accepted");
    return parsed.error();
}

std::string fact(const Reason& reason, std::string_view name) {
    for (const auto& [key, value] : reason.facts)
        if (key == name) return value;
    return {};
}

/// Of this thread's own processor time, so that other work on the machine does not count.
double seconds(const std::function<void()>& run) {
    auto now = [] {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
    };
    double begin = now();
    run();
    return now() - begin;
}

std::string repeated(const std::string& piece, std::size_t times) {
    std::string out;
    out.reserve(piece.size() * times);
    for (std::size_t i = 0; i < times; ++i) out += piece;
    return out;
}

TEST(BadInput, IsRefusedWithItsLines) {
    Refusal refusal = refused("good\n\xFF\xFE bad\ngood\nnul \0 here\n"s + "\x01 control\n");
    EXPECT_EQ(refusal.kind, Refusal::Kind::bad_input);
    ASSERT_GE(refusal.reasons.size(), 2U);
    EXPECT_EQ(refusal.reasons[0].code, "documents.not_utf8");
    EXPECT_EQ(fact(refusal.reasons[0], "line"), "2");
}

TEST(BadInput, NulsAreRefused) {
    std::string text = "a\nb";
    text += '\0';
    Refusal refusal = refused(text);
    EXPECT_TRUE(refusal.has("documents.control_character"));
    EXPECT_EQ(fact(refusal.reasons[0], "line"), "2");
    EXPECT_EQ(fact(refusal.reasons[0], "code"), "U+0000");
}

TEST(BadInput, EmptyAndBlankTextsAreRefused) {
    for (const char* text : {"", " ", "\n\n\t\n", "\f\f", "---\n\n---\n", "\xEF\xBB\xBF"})
        EXPECT_TRUE(refused(text).has("documents.empty")) << '[' << text << ']';
}

TEST(BadInput, SizesAreLimited) {
    EXPECT_TRUE(refused(std::string(50 * 1024 * 1024, 'x')).has("documents.too_large"));
    EXPECT_TRUE(refused("# T\n\n" + std::string(10 * 1024 * 1024, 'x')).has("documents.line_too_long"));
    EXPECT_TRUE(refused(repeated("# Heading\n\n", 1'000'000)).has("documents.too_many_lines"));
    EXPECT_TRUE(refused(repeated("# Heading\n\n", 150'000)).has("documents.too_many_passages"));
}

TEST(BadInput, BinariesAreRefusedWithABoundedList) {
    std::mt19937 random(7);
    std::string bytes(1'000'000, ' ');
    for (char& c : bytes) c = static_cast<char>(random());
    Refusal refusal = refused(bytes);
    EXPECT_EQ(refusal.kind, Refusal::Kind::bad_input);
    EXPECT_EQ(refusal.reasons.size(), 101U);
    EXPECT_TRUE(refusal.has("documents.more_problems"));
}

/// Texts made to cost: each at one size and at four times it.
TEST(BadInput, HostileTextsCostLinearTime) {
    struct Hostile {
        const char* name;
        std::string piece;
    };
    for (const Hostile& hostile :
         std::vector<Hostile>{{"brackets", "[[[[(((("},
                              {"asterisks", "*a **b ***c _d "},
                              {"closers", "a* b** c*** d_ "},
                              {"links", "[x](y [x](y "},
                              {"tags", "<a href=\"<sup><i><b>"},
                              {"symbols", "A/1/2/3/4 resolution 1/2, "},
                              {"notes", "x<sup>1</sup>\n\n<sup>1</sup> y\n\n"},
                              {"headings", "# A\n\n"},
                              {"bullets", "- a\n"},
                              {"nested", "  - a\n    - b\n      - c\n        - d\n"},
                              {"items", "(a) x\n\n(i) y\n\n"},
                              {"replies", "## Egypt\n\n[Original: English]\n\n"},
                              {"split", "some text that goes on and on, \n\nand goes on, \n\n"},
                              {"tables", "a\tb\n"},
                              {"numbered lines", "1. A\n2. B.\n9. C\n"},
                              {"tabbed numbers", "1.\tA\n\n(a)\tB\n\n"},
                              {"initials", "A. Name\n\nB. Name\n\n"},
                              {"front lines", "12 May 2024\nName of a place\n"},
                              {"other digits", "١٧ - ا\n\n（十七）二\n\n"},
                              {"barred cells", "|\\||\\\\|\n"},
                              {"rules", "a\n\n---\n\n"}}) {
        std::size_t small = 60'000 / hostile.piece.size();
        std::string one = repeated(hostile.piece, small), four = repeated(hostile.piece, 4 * small);
        double first = seconds([&] { (void)parse_document(one, {}, names()); });
        double second = seconds([&] { (void)parse_document(four, {}, names()); });
        // Four times the text may take four times as long; squared it would be sixteen times.
        EXPECT_LT(second, 10 * first + 0.15) << hostile.name << " " << first << " " << second;
    }
}

TEST(BadInput, DeepListsAreFlattened) {
    std::string text = "# T\n\n";
    for (int depth = 0; depth < 2'000; ++depth)
        text += std::string(static_cast<std::size_t>(2 * depth), ' ') + "- item\n";
    ParsedDocument document = parse(text);
    EXPECT_EQ(document.passages.size(), 2'001U);
    for (const Passage& passage : document.passages) EXPECT_LE(passage.level, 12);
}

TEST(BadInput, RandomMutationsNeverBreakTheImporter) {
    std::mt19937 random(20231);
    std::string source = shared_file("mission/seeds/a-78-76.txt").substr(0, 60'000);
    static constexpr std::string_view pieces[] = {"\n",   "\n\n", "---\n", "**", "*",  "# ",   "<sup>9</sup>",
                                                  "(a) ", "\t",   "[",     "](", "\f", "12. ", "  "};
    for (int round = 0; round < 150; ++round) {
        std::string text = source.substr(random() % 20'000, 4'000 + random() % 20'000);
        for (int change = 0; change < 60; ++change) {
            std::size_t at = random() % text.size();
            switch (random() % 4) {
            case 0:
                text.erase(at, random() % 40);
                break;
            case 1:
                text.insert(at, pieces[random() % std::size(pieces)]);
                break;
            case 2:
                text.insert(at, text.substr(random() % text.size(), random() % 200));
                break;
            default:
                text[at] = static_cast<char>(random() % 128);
                break;
            }
            if (text.empty()) text = "x";
        }
        auto parsed = parse_document(text, {}, names());
        if (!parsed) {
            EXPECT_FALSE(parsed.error().reasons.empty());
            continue;
        }
        std::set<std::string> anchors;
        for (const Passage& passage : parsed->passages) {
            EXPECT_TRUE(anchors.insert(passage.anchor).second) << passage.anchor;
            EXPECT_TRUE(is_utf8(passage.text));
            for (const Mark& mark : passage.marks) EXPECT_LE(mark.end, passage.text.size());
        }
    }
}

std::string mutated(std::string text, std::mt19937& random) {
    for (int change = 0; change < 6 && !text.empty(); ++change) {
        std::size_t at = random() % text.size();
        switch (random() % 3) {
        case 0:
            text.erase(at, random() % 30);
            break;
        case 1:
            text.insert(at, text.substr(random() % text.size(), random() % 60));
            break;
        default:
            text[at] = static_cast<char>(random());
            break;
        }
    }
    return text;
}

TEST(BadInput, RandomMutationsNeverBreakWhatReadsForTheConverters) {
    std::mt19937 random(78);
    std::string numbering =
        "<w:numbering><w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start "
        "w:val=\"3\"/><w:numFmt "
        "w:val=\"upperRoman\"/><w:lvlText w:val=\"%1.%2.%9\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\">"
        "<w:abstractNumId w:val=\"1\"/></w:num></w:numbering>";
    std::string styles =
        "<w:styles><w:style w:styleId=\"H\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"H\"/>"
        "<w:numPr><w:numId w:val=\"1\"/></w:numPr></w:style></w:styles>";
    std::string document = "<w:p><w:pPr><w:pStyle w:val=\"H\"/></w:pPr><w:r><w:t>words</w:t></w:r></w:p>";
    std::string placed =
        "<page>\n<block>\n<line xMin=\"1\" yMin=\"1\" xMax=\"9\" yMax=\"2\">\n<word xMin=\"1\" "
        "yMin=\"1\" xMax=\"4\" yMax=\"2\">words</word>\n</line>\n</block>\n</page>\n";
    std::string rtf = "{\\rtf1 \\trowd a\\cell\\row} words{\\*\\footnote a note} go on\\par}";
    std::string package = with_entry({PackageEntry{"content.xml"}, PackageEntry{"mimetype"}}, "content.xml",
                                     std::string(200, 'x'));
    ASSERT_NE(with_written_numbers({document, styles, numbering}).find(">III.1.1. <"), std::string::npos);
    ASSERT_EQ(unpack(*find_entry(*read_package(package), "content.xml"), 200), std::string(200, 'x'));
    for (int round = 0; round < 3'000; ++round) {
        std::string made = with_written_numbers(
            {mutated(document, random), mutated(styles, random), mutated(numbering, random)});
        EXPECT_LT(made.size(), 2'000U);
        if (auto text = text_of_placed_words(mutated(placed, random))) {
            EXPECT_LT(text->size(), 1'000U);
        }
        EXPECT_LT(with_readable_notes(mutated(rtf, random)).size(), 600U);
        std::string broken = mutated(package, random);
        auto entries = read_package(broken);
        if (!entries) continue;
        for (const PackageEntry& entry : *entries)
            if (auto content = unpack(entry, 300)) {
                EXPECT_LE(content->size(), 300U);
            }
    }
}

} // namespace
} // namespace poa::documents::test
