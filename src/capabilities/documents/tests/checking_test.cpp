// SPDX-License-Identifier: Apache-2.0
// What an altered database or file looks like to verification.
#include "base/child_process.hpp"
#include "base/text.hpp"
#include "capabilities/documents/passages_digest.hpp"
#include "library.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace poa::documents::test {
namespace {

using poa::test::Engine;
using Kind = DocumentFinding::Kind;

const std::string paper =
    "# Sample paper\n\nThe committee studies turbines.\n\n1. See A/78/76.\n\n2. The end.\n";
const std::string other = "# Other paper\n\nIt speaks of windmills.\n";

class Checking : public testing::TestWithParam<Engine> {
  protected:
    Checking() {
        first = take_in(paper, "sample.txt");
        second = take_in(other, "other.txt");
    }

    Imported take_in(const std::string& text, const std::string& name) {
        files.put(bytes_of(text));
        return library.add(text, name);
    }
    template <class... P> void alter(std::string_view sql, const P&... parameters) {
        library.database->write([&](storage::Session& session) {
            ASSERT_GT(session.execute({"test.alter", sql}, parameters...), 0);
        });
    }
    [[nodiscard]] DocumentsChecked check() { return check_documents(*library.database, files); }

    /// The one thing that is wrong.
    DocumentFinding finding() {
        auto checked = check();
        EXPECT_EQ(checked.wrong.size(), 1U);
        return checked.wrong.empty() ? DocumentFinding{} : checked.wrong.front();
    }
    void expect_altered_passage(std::string_view sql) {
        alter(sql, PassageKey::of(first.version, 2).number);
        auto found = finding();
        EXPECT_EQ(found.kind, Kind::passages_differ) << sql;
        EXPECT_EQ(found.slug, "sample");
        EXPECT_NE(found.sentence().find("document sample, en, version 1: its passages were altered"),
                  std::string::npos);
    }

    Library library{GetParam()};
    TemporaryFolder folder;
    storage::FileStore files{folder.path() / "files"};
    Imported first, second;
};
INSTANTIATE_TEST_SUITE_P(Both, Checking, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

TEST_P(Checking, WhatWasTakenInAgrees) {
    auto checked = check();
    EXPECT_EQ(checked.versions, 2U);
    EXPECT_EQ(checked.files, 2U);
    EXPECT_TRUE(checked.wrong.empty());
    EXPECT_TRUE(checked.passages_unchecked.empty());
}

TEST_P(Checking, AnAlteredPassageIsNamed) {
    expect_altered_passage("UPDATE document_passage SET text = 'See A/78/77.' WHERE key = $1");
}
TEST_P(Checking, AnAlteredLabelIsNamed) {
    expect_altered_passage("UPDATE document_passage SET label = 'para. 9' WHERE key = $1");
}
TEST_P(Checking, AlteredMarksAreNamed) {
    expect_altered_passage("UPDATE document_passage SET marks = 'nonsense' WHERE key = $1");
}
TEST_P(Checking, AnAlteredPageIsNamed) {
    expect_altered_passage("UPDATE document_passage SET page = 7 WHERE key = $1");
}
TEST_P(Checking, AMovedPassageIsNamed) {
    alter("DELETE FROM search_passage WHERE passage = $1", PassageKey::of(first.version, 3).number);
    alter("UPDATE document_passage SET key = key + 40 WHERE key = $1",
          PassageKey::of(first.version, 3).number);
    EXPECT_EQ(finding().kind, Kind::passages_differ);
}

TEST_P(Checking, AnAddedPassageIsNamed) {
    alter(
        "INSERT INTO document_passage (key, kind, level, anchor, label, number, reply, section, text, marks, "
        "page, lines, joined) SELECT key + 9, kind, level, 'para-3', label, number, reply, section, text, "
        "marks, page, lines, joined FROM document_passage WHERE key = $1",
        PassageKey::of(first.version, 2).number);
    EXPECT_EQ(finding().kind, Kind::passages_differ);
}

TEST_P(Checking, AnAlteredSourceDigestIsNamed) {
    alter("UPDATE document_version SET source_digest = $1 WHERE id = $2", sha256("another file"),
          first.version);
    auto found = finding();
    EXPECT_EQ(found.kind, Kind::source_digest_differs);
    EXPECT_EQ(found.slug, "sample");
    EXPECT_EQ(found.expected, sha256(paper).hex());
    EXPECT_EQ(found.found, sha256("another file").hex());
}

TEST_P(Checking, AMissingFileIsNamed) {
    std::filesystem::remove(*files.path(sha256(other)));
    auto found = finding();
    EXPECT_EQ(found.kind, Kind::file_missing);
    EXPECT_EQ(found.slug, "other");
    EXPECT_NE(found.sentence().find(sha256(other).hex()), std::string::npos);
}

TEST_P(Checking, AnAlteredFileIsNamed) {
    std::ofstream(*files.path(sha256(paper)), std::ios::binary) << replace_all(paper, "78", "79");
    auto found = finding();
    EXPECT_EQ(found.kind, Kind::file_altered);
    EXPECT_EQ(found.slug, "sample");
}

TEST_P(Checking, AVersionThatNobodyTookInIsNamed) {
    alter("INSERT INTO document_version (document, language, number, is_current, translation, translator, "
          "title, "
          "source_digest, source_file_name, source_media_type, imported_at, imported_by, passages) "
          "SELECT document, 'fr', 1, 1, translation, translator, title, source_digest, source_file_name, "
          "source_media_type, imported_at, imported_by, passages FROM document_version WHERE id = $1",
          first.version);
    auto found = finding();
    EXPECT_EQ(found.kind, Kind::entry_missing);
    EXPECT_EQ(found.language, "fr");
}

TEST_P(Checking, ADocumentUnderAnotherAddressIsMissedAtItsOwn) {
    alter("UPDATE document SET slug = 'elsewhere' WHERE slug = 'other'");
    auto checked = check();
    ASSERT_EQ(checked.wrong.size(), 2U);
    EXPECT_EQ(checked.wrong[0].kind, Kind::entry_missing);
    EXPECT_EQ(checked.wrong[0].slug, "elsewhere");
    EXPECT_EQ(checked.wrong[1].kind, Kind::version_missing);
    EXPECT_EQ(checked.wrong[1].slug, "other");
}

TEST_P(Checking, EverythingThatIsWrongIsNamedNotTheFirstAlone) {
    alter("UPDATE document_version SET source_digest = $1 WHERE id = $2", sha256("x"), first.version);
    alter("UPDATE document_passage SET text = 'x' WHERE key = $1", PassageKey::of(second.version, 1).number);
    auto checked = check();
    ASSERT_EQ(checked.wrong.size(), 2U);
    EXPECT_EQ(checked.wrong[0].kind, Kind::passages_differ);
    EXPECT_EQ(checked.wrong[0].slug, "other");
    EXPECT_EQ(checked.wrong[1].kind, Kind::source_digest_differs);
}

TEST_P(Checking, ALanguagePutRightIsFollowed) {
    CorrectRecognition request;
    request.slug = "sample";
    request.language = {Language::english, Language::spanish};
    ASSERT_TRUE(
        library.work([&](ledger::Work& unit) { return correct_recognition(unit, library.by, request); }));
    EXPECT_TRUE(check().wrong.empty());
    alter("UPDATE document_passage SET text = 'x' WHERE key = $1", PassageKey::of(first.version, 1).number);
    EXPECT_EQ(finding().language, "es");
}

TEST_P(Checking, RestrictedDocumentsAreCheckedToo) {
    files.put(bytes_of("Plan\n\nFor Member States.\n"));
    Imported plan = library.add("Plan\n\nFor Member States.\n", "plan.txt", Audience::member_states);
    EXPECT_EQ(check().versions, 3U);
    EXPECT_TRUE(check().wrong.empty());
    alter("UPDATE document_passage SET text = 'x' WHERE key = $1", PassageKey::of(plan.version, 1).number);
    EXPECT_EQ(finding().slug, "plan");
}

TEST_P(Checking, EntriesOfOlderProgramsAreUncheckedAndNotFailed) {
    // An entry as it was written before it had a digest of passages, for a version put in beside it.
    files.put(bytes_of("old"));
    library.database->write([&](storage::Session& session) {
        ledger::Work work(session, library.clock.now());
        Version version;
        version.document = second.document;
        version.language = Language::french;
        version.number = 1;
        version.source_digest = sha256("old");
        insert_version(session, version);
        ledger::Entry entry;
        entry.act = "documents.import_document";
        entry.on_behalf = "operator";
        entry.subject = "document:other";
        entry.audience = Audience::everyone;
        entry.facts = {{"language", "fr"}, {"version", "1"}, {"source_sha256", sha256("old").hex()}};
        work.record(entry);
    });
    auto checked = check();
    EXPECT_TRUE(checked.wrong.empty());
    EXPECT_EQ(checked.passages_unchecked, std::vector<std::string>{"other, fr, version 1"});
    std::filesystem::remove(*files.path(sha256("old")));
    EXPECT_EQ(finding().kind, Kind::file_missing); // its file is checked all the same
}

TEST(PassagesDigested, AsTheManualDescribesIt) {
    PassagesDigest digest;
    digest.add({0, 4, 0, "para-1", "para. 1", "1", "", "title", "Déjà", "", 3, "4-5 7-7", "2"});
    digest.add({1, 5, 1, "p2", "", "", "", "", "", "", {}, "8-8", ""});
    EXPECT_EQ(
        digest.finish(),
        sha256("poa passages v1\n"
               "1:0,1:4,1:0,6:para-1,7:para. 1,1:1,0:,5:title,6:D\xC3\xA9j\xC3\xA0,0:,1:3,7:4-5 7-7,1:2,\n"
               "1:1,1:5,1:1,2:p2,0:,0:,0:,0:,0:,0:,0:,3:8-8,0:,\n"));
}

} // namespace
} // namespace poa::documents::test
