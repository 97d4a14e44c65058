// SPDX-License-Identifier: Apache-2.0
#include "storage/files.hpp"

#include "storage/tests/scene.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <thread>
#include <unistd.h>

namespace poa::storage {
namespace {

using testing::AllOf;
using testing::HasSubstr;

class Files : public testing::Test {
  protected:
    std::size_t entries() const {
        std::size_t count = 0;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder / "files"))
            count += entry.is_regular_file() ? 1 : 0;
        return count;
    }
    TestFolder folder;
    FileStore store{folder / "files"};
};

TEST_F(Files, ComeBackAsTheyWere) {
    for (const std::string& content :
         {std::string(), std::string("\0\xff\n", 3), std::string(3'000'000, 'x')}) {
        const Sha256 digest = store.put(bytes_of(content));
        EXPECT_EQ(digest, sha256(content));
        EXPECT_TRUE(store.has(digest));
        EXPECT_EQ(store.get(digest), content);
    }
}

TEST_F(Files, TwiceIsOnce) {
    const Sha256 digest = store.put(bytes_of("same"));
    EXPECT_EQ(store.put(bytes_of("same")), digest);
    EXPECT_EQ(entries(), 1U);
}

TEST_F(Files, LieUnderTheirDigest) {
    const Sha256 digest = store.put(bytes_of("x"));
    const std::string hex = digest.hex();
    EXPECT_EQ(store.path(digest), folder / "files" / hex.substr(0, 2) / hex.substr(2));
}

TEST_F(Files, MissingIsNothing) {
    const Sha256 digest = sha256(std::string_view("never put"));
    EXPECT_FALSE(store.has(digest));
    EXPECT_EQ(store.get(digest), std::nullopt);
    EXPECT_EQ(store.path(digest), std::nullopt);
}

TEST_F(Files, TamperedFileIsNamedAndMended) {
    const Sha256 digest = store.put(bytes_of("good"));
    std::ofstream(*store.path(digest)) << "evil";
    const std::string said = failure_of([&] { (void)store.get(digest); });
    EXPECT_THAT(said, AllOf(HasSubstr(store.path(digest)->string()), HasSubstr("damaged")));
    store.put(bytes_of("good"));
    EXPECT_EQ(store.get(digest), "good");
}

TEST_F(Files, AllInOrder) {
    std::vector<Sha256> digests;
    for (int i = 0; i < 50; ++i) digests.push_back(store.put(bytes_of(std::to_string(i))));
    std::ranges::sort(digests);
    std::ofstream(folder / "files/stray") << "x";
    std::ofstream((*store.path(digests[0])).parent_path() / "stray") << "x";
    EXPECT_EQ(store.all(), digests);
}

TEST_F(Files, FullDiskLeavesNothingHalfWritten) {
    const std::string content(200'000, 'x');
    const std::string said = in_child([&] {
        limit_file_size(100'000);
        return failure_of([&] { store.put(bytes_of(content)); });
    });
    EXPECT_THAT(said, AllOf(HasSubstr("cannot be written"), HasSubstr("Free some space")));
    EXPECT_FALSE(store.has(sha256(content)));
    EXPECT_EQ(entries(), 0U);
}

TEST_F(Files, FolderWithoutTheRightToWrite) {
    std::filesystem::permissions(folder / "files", std::filesystem::perms(0555));
    const std::string said = in_child([&] {
        if (::geteuid() == 0 && ::setresuid(65534, 65534, 65534) != 0)
            return std::string("cannot become nobody");
        return failure_of([&] { const FileStore other(folder / "files"); });
    });
    // Its parent is closed to others, or it cannot be written: either way the folder is named.
    EXPECT_THAT(said, AllOf(HasSubstr((folder / "files").string()), testing::Not(HasSubstr("died"))));
    std::filesystem::permissions(folder / "files", std::filesystem::perms(0755));
}

TEST_F(Files, OldPartsAreRemovedAndFreshOnesLeft) {
    const auto old_part = folder / "files/.part-abcdef";
    const auto fresh_part = folder / "files/.part-ghijkl";
    std::ofstream(old_part) << "x";
    std::ofstream(fresh_part) << "x";
    std::filesystem::last_write_time(old_part,
                                     std::filesystem::file_time_type::clock::now() - std::chrono::hours(2));
    const FileStore again(folder / "files");
    EXPECT_FALSE(std::filesystem::exists(old_part));
    EXPECT_TRUE(std::filesystem::exists(fresh_part));
}

TEST_F(Files, ManyAtOnce) {
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] {
            for (int n = 0; n < 20; ++n) store.put(bytes_of(std::to_string(n)));
        });
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(entries(), 20U);
    for (const Sha256& digest : store.all()) EXPECT_NO_THROW((void)store.get(digest));
}

} // namespace
} // namespace poa::storage
