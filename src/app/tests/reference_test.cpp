// SPDX-License-Identifier: Apache-2.0
#include "app/reference.hpp"
#include "base/text.hpp"
#include "capabilities/acquis/permissions.hpp"
#include "capabilities/charter/permissions.hpp"
#include "capabilities/commitments/permissions.hpp"
#include "capabilities/decisions/permissions.hpp"
#include "capabilities/documents/permissions.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/members/permissions.hpp"
#include "capabilities/national_reports/permissions.hpp"
#include "capabilities/notices/permissions.hpp"
#include "capabilities/peer_review/permissions.hpp"
#include "capabilities/views/permissions.hpp"
#include "sample_platform.hpp"

#include <gtest/gtest.h>

#include <set>

namespace poa::app::test {
namespace {

namespace fs = std::filesystem;

TEST(Reference, TheCommittedPagesAreWhatTheProgramSays) {
    SamplePlatform sample;
    auto pages = reference_pages(sample.served().platform().routes());
    fs::path folder = fs::path(POA_SOURCE_DIR) / "docs/reference";
    for (const auto& [path, text] : pages) {
        ASSERT_TRUE(fs::exists(folder / path)) << path << " is missing: run script/reference";
        EXPECT_EQ(read_file(folder / path), text) << path << " is old: run script/reference";
    }
    for (const auto& entry : fs::directory_iterator(folder / "commands"))
        EXPECT_TRUE(pages.contains("commands/" + entry.path().filename().string()))
            << entry.path() << " is of no command";
}

TEST(Reference, ExamplesSendWhatTheCommandWouldNotRefuse) {
    SamplePlatform sample;
    auto pages = reference_pages(sample.served().platform().routes());
    const auto shows = [&](const char* command, const char* words) {
        EXPECT_NE(pages.at(std::string("commands/") + command + ".md").find(words), std::string::npos)
            << command;
    };
    shows("charter.read", "-F 'file=@paper.txt'");
    shows("views.submit_views", "-F 'file=@paper.txt'");
    shows("documents.correct_recognition", R"({"title":"Sample title"})");
    shows("national_reports.save_answers", R"({"answers":{"strategy":"in_place"}})");
    // What stands in the address is not sent again.
    EXPECT_EQ(pages.at("commands/views.submit_views.md").find("-F 'call="), std::string::npos);
}

TEST(Reference, EveryRowOfAPermissionTableHasAPage) {
    std::set<std::string_view> permitted, described;
    for (const auto& row : identity::permissions().rows()) permitted.insert(row.command);
    for (const auto& row : documents::permissions().rows()) permitted.insert(row.command);
    for (const auto& row : charter::permissions().rows()) permitted.insert(row.command);
    for (const auto& row : decisions::permissions().rows()) permitted.insert(row.command);
    for (const auto& row : acquis::permissions().rows()) permitted.insert(row.command);
    for (const auto& row : national_reports::permissions().rows()) permitted.insert(row.command);
    for (const auto& row : peer_review::permissions().rows()) permitted.insert(row.command);
    for (const auto& row : commitments::permissions().rows()) permitted.insert(row.command);
    for (const auto& row : notices::permissions().rows()) permitted.insert(row.command);
    for (const auto& row : views::permissions().rows()) permitted.insert(row.command);
    for (const auto& row : members::permissions()) permitted.insert(row.command);
    for (const CommandWords& words : command_words()) described.insert(words.command);
    EXPECT_EQ(described, permitted);
}

} // namespace
} // namespace poa::app::test
