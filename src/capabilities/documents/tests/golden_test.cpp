// SPDX-License-Identifier: Apache-2.0
// What the importer makes of A/78/76, line by line. Only the first words stand there: the paper itself is not
// ours.
#include "base/text.hpp"
#include "corpus.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace poa::documents::test {
namespace {

std::string first_words(std::string_view text, std::size_t count) {
    std::string out;
    for (std::string_view word : split(text, ' ')) {
        if (count-- == 0) break;
        out += (out.empty() ? "" : " ") + replace_all(replace_all(std::string(word), "\n", " "), "\t", " ");
    }
    return std::string(first_characters(out, 48));
}

std::string summary(const ParsedDocument& document) {
    std::map<std::string_view, int> kinds;
    for (const Passage& passage : document.passages) ++kinds[name_of(passage.kind)];
    std::string out;
    for (const auto& [kind, count] : kinds)
        out += "count " + std::string(kind) + " " + std::to_string(count) + "\n";
    for (const Reply& reply : document.replies)
        out += "reply " + reply.anchor + " " + std::string(code_of(*reply.original_language)) + " " +
               reply.date->iso() + "\n";
    for (const Passage& passage : document.passages)
        out += std::string(name_of(passage.kind)) + " " + std::to_string(passage.level) + " " +
               passage.anchor + (passage.joined.empty() ? "" : " joined") + " | " +
               first_words(passage.text, 3) + "\n";
    return out;
}

// To write it anew after a change that is meant: POA_UPDATE_GOLDEN=1 documents_tests
// --gtest_filter='Golden.*'
TEST(Golden, SummaryOfTheReportIsAsKept) {
    std::string path = std::string(POA_SOURCE_DIR) + "/src/capabilities/documents/tests/golden/a-78-76.txt";
    std::string made = summary(report());
    if (std::getenv("POA_UPDATE_GOLDEN")) std::ofstream(path, std::ios::binary) << made;
    std::ifstream file(path, std::ios::binary);
    std::stringstream kept;
    kept << file.rdbuf();
    EXPECT_EQ(made, kept.str());
}

} // namespace
} // namespace poa::documents::test
