// SPDX-License-Identifier: Apache-2.0
// Nothing is dropped: every line of a source is in exactly one passage or is left over, with all its letters.
#include "base/text.hpp"
#include "corpus.hpp"

#include <gtest/gtest.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <map>
#include <regex>

namespace poa::documents::test {
namespace {

std::string letters(std::string_view text) {
    std::string out;
    for (int32_t i = 0; i < static_cast<int32_t>(text.size());) {
        int32_t from = i;
        UChar32 c = 0;
        U8_NEXT(text.data(), i, static_cast<int32_t>(text.size()), c);
        if (c > 0 && u_isalpha(c))
            out += text.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(i - from));
    }
    return out;
}

/// A source line without its markup: what a reader of the printed page sees.
std::string seen(std::string line) {
    line = std::regex_replace(line, std::regex("<sup>[^<]*</sup>"), "");
    line = std::regex_replace(line, std::regex("\\]\\([^)]*\\)"), "]");
    line = std::regex_replace(line, std::regex("</?(i|b|a)( [^>]*)?>"), "");
    return std::regex_replace(line, std::regex("\\[\\^[^\\]]*\\]:?"), "");
}

void expect_all_accounted_for(const std::string& source, const ParsedDocument& document) {
    std::vector<std::string> lines;
    for (std::string_view line : split(source, '\n')) lines.emplace_back(line);
    std::vector<int> used(lines.size() + 1, 0);
    for (const LeftOver& left : document.left_over) ++used[left.line];
    for (const Passage& passage : document.passages) {
        std::string source_letters;
        for (const LineRange& range : passage.lines)
            for (std::uint32_t line = range.first; line <= range.last; ++line) {
                ++used[line];
                source_letters += letters(seen(lines[line - 1]));
            }
        // The printed number of a paragraph is kept beside its text; letters of it count.
        std::string kept = passage.kind == PassageKind::item || passage.kind == PassageKind::footnote
                               ? letters(passage.number)
                               : "";
        std::string text = letters(passage.text);
        EXPECT_TRUE(source_letters == text || source_letters == kept + text)
            << passage.anchor << ": " << source_letters.substr(0, 40) << " / " << text.substr(0, 40);
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (letters(lines[i]).empty()) continue;
        EXPECT_EQ(used[i + 1], 1) << "line " << i + 1;
    }
}

TEST(Import, DropsNothingOfTheRealPapers) {
    for (const char* file : {"a-78-76.txt", "canada.txt", "new-zealand.txt", "cyberpeace-institute.txt",
                             "multistakeholder-paper.txt"})
        expect_all_accounted_for(shared_file(std::string("mission/seeds/") + file), parse_seed(file));
}

TEST(Import, DropsNothingOfAPdfText) {
    std::string source = "A/99/1\n\nGeneral Assembly\n\nSample report of nobody\n\n1. First paragraph goes "
                         "on\nover two lines.\n"
                         "Page 1\n\f"
                         "A/99/1\n\n2. Second paragraph.\n\n__________________\n  1  A note.\nPage 2\n\f"
                         "A/99/1\n\n3. Third paragraph.\nPage 3\n\f";
    ParsedDocument document = parse(source);
    EXPECT_EQ(document.left_over.size(), 6U);
    // Form feeds begin lines of their own for the importer, so the lines are counted without them here.
    std::string plain = replace_all(source, "\f", "");
    for (const Passage& passage : document.passages) EXPECT_FALSE(passage.text.empty()) << passage.anchor;
    std::string all;
    for (const Passage& passage : document.passages) all += letters(passage.text);
    for (const char* words :
         {"Firstparagraphgoesonovertwolines", "Secondparagraph", "Anote", "Thirdparagraph"})
        EXPECT_NE(all.find(words), std::string::npos) << words;
}

TEST(Import, KeepsWhatItCannotPlace) {
    std::string source = "# Title\n\n```\nnot closed\n\n**\n\n> quoted\n\n| a | b |\n";
    ParsedDocument document = parse(source);
    std::string all;
    for (const Passage& passage : document.passages) all += passage.text;
    for (const char* words : {"not closed", "quoted", "a | b"})
        EXPECT_NE(all.find(words), std::string::npos) << words;
}

} // namespace
} // namespace poa::documents::test
