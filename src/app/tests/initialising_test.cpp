// SPDX-License-Identifier: Apache-2.0
// What poa init says yes and no to, and what readiness tells whom.
#include "app/verbs.hpp"
#include "capabilities/ledger/key.hpp"
#include "sample_platform.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace poa::app::test {
namespace {

using testing::HasSubstr;

class Initialising : public testing::Test {
  protected:
    Initialising() {
        settings.data = folder.path() / "data";
        initialise(settings, "poa.example/ledger");
    }
    [[nodiscard]] std::string refused(const std::string& origin) const {
        try {
            (void)initialise(settings, origin);
        } catch (const MachineFailure& failure) {
            return failure.what();
        }
        return "it was done";
    }

    TemporaryFolder folder;
    Settings settings;
};

TEST_F(Initialising, AnotherNameForALedgerThatHasOneIsRefused) {
    EXPECT_THAT(refused("poa.example/other"), HasSubstr("has its name already: poa.example/ledger"));
    EXPECT_EQ(refused("poa.example/ledger"), "it was done");
    EXPECT_EQ(refused(""), "it was done");
}

TEST_F(Initialising, NoNewKeyForALedgerThatWasSigned) {
    std::filesystem::path key = settings.data / "ledger.key", guard = ledger::guard_file_of(key);
    std::filesystem::rename(key, folder.path() / "key");
    std::filesystem::rename(guard, folder.path() / "guard");
    std::string words = refused("");
    EXPECT_THAT(words, HasSubstr(key.string()));
    EXPECT_THAT(words, HasSubstr(guard.string()));
    EXPECT_THAT(words, HasSubstr("poa.example/ledger+"));
    EXPECT_FALSE(std::filesystem::exists(key));
    std::filesystem::rename(folder.path() / "key", key);
    std::filesystem::rename(folder.path() / "guard", guard);
    EXPECT_EQ(refused(""), "it was done");
}

TEST_F(Initialising, WhoDoesNotSignIsNotReadyFromTheStartAndNamesNoFile) {
    std::filesystem::copy(settings.data / "poa.sqlite", folder.path() / "older");
    {
        Instance instance(settings);
        instance.work([](ledger::Work& work) {
            ledger::Entry entry;
            entry.act = "members.load_reference";
            entry.on_behalf = "operator";
            entry.subject = "members";
            entry.audience = Audience::everyone;
            return work.record(entry);
        });
        sequence(instance);
    }
    std::filesystem::copy_file(folder.path() / "older", settings.data / "poa.sqlite",
                               std::filesystem::copy_options::overwrite_existing);
    for (const char* left : {"poa.sqlite-wal", "poa.sqlite-shm"})
        std::filesystem::remove(settings.data / left);
    ServedFolder served(settings.data);
    Answered answer = served.send("GET", "/readyz");
    EXPECT_EQ(answer.status, 503);
    EXPECT_EQ(answer.body, "the ledger does not sign\n");
}

TEST(Serving, ABodyBudgetBelowTheLargestUploadIsWrong) {
    Settings settings;
    EXPECT_TRUE(problems_of(settings).empty());
    settings.body_memory_mib = 8;
    EXPECT_THAT(problems_of(settings), testing::ElementsAre(HasSubstr("body-memory-mib")));
}

TEST(Serving, AMadeUpSessionBuysNoBody) {
    SamplePlatform sample;
    auto sent = [&](const std::string& who) {
        std::string body(300'000, 'x');
        return sample.served().exchange(fmt::format(
            "POST /documents/import_document HTTP/1.1\r\nHost: poa.example\r\nConnection: close\r\n"
            "Accept: application/json\r\n{}Content-Type: multipart/form-data; boundary=edge\r\n"
            "Expect: 100-continue\r\nContent-Length: {}\r\n\r\n",
            who, body.size()));
    };
    EXPECT_EQ(sent("").status, 401);
    EXPECT_EQ(sent("Cookie: poa_session=made-up\r\n").status, 401);
    EXPECT_EQ(sent("Authorization: Bearer made-up\r\n").status, 401);
}

} // namespace
} // namespace poa::app::test
