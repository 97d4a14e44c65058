// SPDX-License-Identifier: Apache-2.0
// Every request case of the tree, sent over a socket to a platform with invented documents (case_file.hpp).
#include "case_file.hpp"
#include "sample_platform.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

namespace poa::app::test {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> case_files() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(POA_SOURCE_DIR) / "src"))
        if (entry.path().extension() == ".http") files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

std::string name_of_file(const testing::TestParamInfo<fs::path>& file) {
    std::string name = file.param.stem().string();
    std::string room = file.param.parent_path().parent_path().parent_path().filename().string() + "_";
    std::ranges::replace(name, '-', '_');
    return room + name;
}

void expect_header(const std::string& expected, const Answered& answer, Names& names) {
    if (expected.starts_with('!')) {
        EXPECT_FALSE(answer.headers.has(expected.substr(1))) << "the header " << expected.substr(1);
        return;
    }
    std::size_t colon = expected.find(':');
    std::string name = expected.substr(0, colon), pattern = expected.substr(colon + 2);
    bool found = false;
    for (const auto& [each, value] : answer.headers.all())
        found = found || (each == name && matches(pattern, value, true, names));
    EXPECT_TRUE(found) << "expected " << expected << ", came " << answer.headers.get(name);
}

void expect_fragment(const std::string& expected, const Answered& answer, Names& names) {
    bool absent = expected.starts_with('!');
    std::string pattern = absent ? expected.substr(1) : expected;
    EXPECT_NE(matches(pattern, answer.body, false, names), absent) << expected;
}

void expect_answer(const RequestCase& expected, const Answered& answer, Names& names) {
    EXPECT_EQ(answer.status, expected.status);
    for (const std::string& header : expected.expected_headers) expect_header(header, answer, names);
    for (const std::string& fragment : expected.expected_fragments) expect_fragment(fragment, answer, names);
    if (testing::Test::HasFailure()) ADD_FAILURE() << "came:\n" << answer.body.substr(0, 4000);
}

class RequestCases : public testing::TestWithParam<fs::path> {};
INSTANTIATE_TEST_SUITE_P(Files, RequestCases, testing::ValuesIn(case_files()), name_of_file);

TEST_P(RequestCases, AreAnsweredAsWritten) {
    SamplePlatform sample;
    Names names;
    for (const auto& [role, token] : SamplePlatform::tokens()) names["token:" + role] = token;
    auto cases = read_cases(read_file(GetParam()));
    ASSERT_FALSE(cases.empty());
    for (const RequestCase& each : cases) {
        SCOPED_TRACE(fmt::format("{}:{}: {}", GetParam().string(), each.line, each.title));
        expect_answer(each, sample.served().exchange(bytes_of(each, names)), names);
        if (HasFailure()) return;
    }
}

/// Whether a reader of XML takes it; `xmllint` comes with libxml2-utils.
bool is_well_formed(const std::string& xml) {
    TemporaryFolder folder;
    fs::path file = folder.path() / "feed.xml";
    std::ofstream(file, std::ios::binary) << xml;
    return std::system(("xmllint --noout --nonet '" + file.string() + "'").c_str()) == 0;
}

TEST(Feeds, AreWellFormed) {
    if (std::system("command -v xmllint >/dev/null 2>&1") != 0) GTEST_SKIP() << "xmllint is not installed";
    SamplePlatform sample;
    auto at = [&](const char* address) {
        return sample.served().exchange(
            fmt::format("GET {} HTTP/1.1\r\nHost: poa.example\r\nConnection: close\r\n\r\n", address));
    };
    // The last repeats a query with marks of XML and with U+FFFE, which XML has no place for.
    for (const char* address : {"/documents?format=atom", "/search?q=lanterns&format=atom",
                                "/search?q=%26%3C%5D%5D%3E%22%27%EF%BF%BE&format=atom"}) {
        Answered feed = at(address);
        EXPECT_EQ(feed.status, 200) << address;
        EXPECT_TRUE(is_well_formed(feed.body)) << address << "\n" << feed.body;
    }
    EXPECT_EQ(at("/search?q=%01&format=atom").status, 422) << "control characters are no text";
    EXPECT_FALSE(is_well_formed("<feed>"));
}

TEST(RequestCaseFile, ReadsAndMatches) {
    auto cases =
        read_cases("### One\n# why\nPOST /a?b=\\xff\nX: y\n\nbody\nmore\n---\n201\netag: @{e}\n!vary\n"
                   "---\na***c\n!z\n### Two\nGET /\n---\n200\n");
    ASSERT_EQ(cases.size(), 2U);
    EXPECT_EQ(bytes_of(cases[0], {}), "POST /a?b=\xff HTTP/1.1\r\nX: y\r\nHost: poa.example\r\n"
                                      "Content-Length: 9\r\nConnection: close\r\n\r\nbody\nmore");
    EXPECT_EQ(cases[0].expected_headers.size(), 2U);
    Names names;
    EXPECT_TRUE(matches("\"@{e}\"", "\"17\"", true, names));
    EXPECT_EQ(names["e"], "17");
    EXPECT_FALSE(matches("\"@{e}\"", "\"18\"", true, names));
    EXPECT_TRUE(matches("a***c", "xabcx", false, names));
    EXPECT_FALSE(matches("a***c", "xabcx", true, names));
    EXPECT_FALSE(matches("c***a", "abc", false, names));
    EXPECT_THROW((void)read_cases("### Three\nGET /\n"), std::runtime_error);
}

} // namespace
} // namespace poa::app::test
