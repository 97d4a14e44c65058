// SPDX-License-Identifier: Apache-2.0
// `poa surveys`: what a file says that is wrong, and files that come back the same.
#include "app/command_line.hpp"
#include "sample_platform.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace poa::app::test {
namespace {

using testing::HasSubstr;

struct Told {
    int code;
    std::string out, error;
};
Told told_by(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"poa", "surveys"});
    std::vector<char*> pointers;
    for (std::string& one : arguments) pointers.push_back(one.data());
    pointers.push_back(nullptr);
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    const int code = run(static_cast<int>(arguments.size()), pointers.data());
    std::string out = testing::internal::GetCapturedStdout();
    return {code, std::move(out), testing::internal::GetCapturedStderr()};
}

class SurveyVerbs : public testing::Test {
  protected:
    [[nodiscard]] std::string file(const std::string& name, const std::string& text) const {
        const std::string path = folder.path() / name;
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }
    TemporaryFolder folder;
};

TEST_F(SurveyVerbs, CheckSaysEverythingThatIsWrongWithItsPlace) {
    const Told told =
        told_by({"check", file("a.json", R"({"key":"a","title":{"en":"A"},"languages":["en"],"sections":[
                                     {"key":"s","title":{"en":"S"},"questions":[
                                     {"key":"q","kind":"glow","label":{"en":"Q"}},
                                     {"key":"q","kind":"text","label":{"en":"Q"}}]}]})")});
    EXPECT_EQ(told.code, 1);
    EXPECT_THAT(told.error, HasSubstr("/sections/0/questions/0/kind: “glow” is not one of the words"));
    EXPECT_THAT(told.error, HasSubstr("/sections/0/questions/1/key: “q” stands here twice."));
}

TEST_F(SurveyVerbs, AShippedSurveyIsExportedAndPasses) {
    for (const char* format : {"json", "xlsx"}) {
        const std::string path = folder.path() / (std::string("s.") + format);
        EXPECT_EQ(told_by({"export", "norms-checklist", "--format", format, "--to", path}).code, 0);
        const Told told = told_by({"check", path});
        EXPECT_EQ(told.code, 0) << told.error;
        EXPECT_THAT(told.out, HasSubstr("norms-checklist: 66 questions"));
    }
    EXPECT_EQ(told_by({"export", "nothing"}).code, 1);
    EXPECT_EQ(told_by({"export", "norms-checklist", "--format", "odt"}).code, 2);
}

TEST_F(SurveyVerbs, AnImportIsADraftAndComesOutAsItCameIn) {
    Settings settings;
    settings.data = folder.path() / "data";
    initialise(settings, "poa.example/ledger");
    const std::string data = settings.data, path = folder.path() / "s.json", back = folder.path() / "b.json";
    ASSERT_EQ(told_by({"export", "status-form", "--to", path}).code, 0);
    const Told told = told_by({"import", path, "--data", data});
    EXPECT_EQ(told.code, 0) << told.error;
    EXPECT_THAT(told.out, HasSubstr("status-form version 1 is kept as a draft, SHA-256 "));
    ASSERT_EQ(told_by({"export", "status-form", "--data", data, "--to", back}).code, 0);
    std::ifstream one(path), other(back);
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>(one), {}),
              std::string(std::istreambuf_iterator<char>(other), {}));
    EXPECT_EQ(told_by({"export", "status-form", "--data", data, "--version", "2"}).code, 1);
    EXPECT_EQ(told_by({"import", file("bad.json", "{}"), "--data", data}).code, 1);
}

} // namespace
} // namespace poa::app::test
