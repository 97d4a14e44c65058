// SPDX-License-Identifier: Apache-2.0
// What the operator reads where a verb is refused: sentences, as on the pages.
#include "app/instance.hpp"
#include "app/verbs.hpp"
#include "base/require.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <unistd.h>

namespace poa::app {
namespace {

class Refusing : public ::testing::Test {
  protected:
    Refusing() {
        std::string name = (std::filesystem::temp_directory_path() / "poa-refusing-XXXXXX").string();
        require(::mkdtemp(name.data()) != nullptr, "a temporary folder");
        folder = name;
        settings.data = folder / "data";
        initialise(settings, "poa.example/ledger");
    }
    ~Refusing() override { std::filesystem::remove_all(folder); }
    /// Standard error of what a verb does.
    template <class Verb> std::string told_by(Verb verb) {
        ::testing::internal::CaptureStderr();
        EXPECT_EQ(verb(), 1);
        return ::testing::internal::GetCapturedStderr();
    }

    std::filesystem::path folder;
    Settings settings;
};

TEST_F(Refusing, an_import_says_in_words_what_is_wrong_with_which_file) {
    std::filesystem::path empty = folder / "empty.txt", broken = folder / "broken.txt";
    std::ofstream(empty).close();
    std::ofstream(broken) << "# A title\n\nbroken \xFF\xFE here\n";
    ImportWish wish;
    wish.paths = {empty, broken};
    std::string told = told_by([&] { return import(settings, wish); });
    EXPECT_NE(told.find("empty.txt: not taken in\n  The file holds no text.\n"), std::string::npos) << told;
    EXPECT_NE(told.find("The text is not UTF-8; the fault is in line 3."), std::string::npos) << told;
    EXPECT_EQ(told.find("documents."), std::string::npos) << told;
}

TEST_F(Refusing, an_account_that_is_not_there_is_told_in_words) {
    std::string told = told_by([&] { return reset_password(settings, "nobody@poa.example"); });
    EXPECT_NE(told.find("There is no account with this address."), std::string::npos) << told;
    EXPECT_EQ(told.find("identity."), std::string::npos) << told;
}

} // namespace
} // namespace poa::app
