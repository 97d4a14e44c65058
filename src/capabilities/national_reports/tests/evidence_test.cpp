// SPDX-License-Identifier: Apache-2.0
// Files as evidence: what may come in, who gets it, and that a digest alone opens nothing.
#include "base/child_process.hpp"
#include "base/text.hpp"
#include "capabilities/national_reports/answers_file.hpp"
#include "capabilities/national_reports/commands/attach_evidence.hpp"
#include "capabilities/national_reports/commands/import_answers.hpp"
#include "capabilities/national_reports/commands/put_up_report.hpp"
#include "capabilities/national_reports/commands/remove_evidence.hpp"
#include "capabilities/national_reports/commands/share_answers.hpp"
#include "capabilities/national_reports/commands/submit_report.hpp"
#include "capabilities/national_reports/commands/withdraw_report.hpp"
#include "capabilities/national_reports/queries_reports.hpp"
#include "capabilities/national_reports/workbook.hpp"
#include "report_house.hpp"

namespace poa::national_reports::test {
namespace {

const std::string a_pdf = "%PDF-1.7\nThe first law.";
const std::string other_pdf = "%PDF-1.7\nThe second law.";

class Evidence : public testing::TestWithParam<Engine> {
  protected:
    Evidence() : house(GetParam()), files(folder.path() / "files") {}

    Result<KeptAnswer> attach(const Actor& actor, const std::string& content, std::int64_t seen = 0,
                              const std::string& name = "law.pdf", const char* question = "paper") {
        return house.work([&](ledger::Work& work) {
            return attach_evidence(work, actor,
                                   {report.id, question, std::to_string(seen), {name, "text/html", content}},
                                   files);
        });
    }
    std::vector<std::string> names() {
        std::vector<std::string> names;
        for (const AnswerFile& file : house.held(report, "paper").answer.files) names.push_back(file.name);
        return names;
    }
    void release(const char* audience, std::string parties = {}) {
        ASSERT_EQ(said(house.run(house.editor, share_answers,
                                 ShareAnswers{report.id, "", "paper", audience, std::move(parties)})),
                  "done");
        ASSERT_EQ(said(house.run(house.editor, put_up_report, PutUpReport{report.id})), "done");
        ASSERT_EQ(said(house.run(house.approver, submit_report,
                                 SubmitReport{report.id, house.kept(report).revision})),
                  "done");
    }
    bool may_have(const identity::Reader& reader, const std::string& content) {
        return house.read([&](storage::Session& session) {
            return evidence_released(session, reader, "XXA", 2027, sha256(content)).has_value();
        });
    }

    House house;
    TemporaryFolder folder;
    storage::FileStore files;
    KeptReport report = house.open(house.editor);
};
INSTANTIATE_TEST_SUITE_P(Both, Evidence, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

TEST_P(Evidence, AFileIsKeptByItsDigestAndJournaledAsNothingElse) {
    const auto kept = attach(house.editor, a_pdf, 0, "C:\\papers\\Our law (1).exe");
    ASSERT_TRUE(kept.has_value());
    EXPECT_EQ(kept->kept, Kept::saved);
    const AnswerFile file = house.held(report, "paper").answer.files.at(0);
    EXPECT_EQ(file, (AnswerFile{sha256(a_pdf), "Our law (1).pdf", "application/pdf", std::ssize(a_pdf)}));
    EXPECT_EQ(files.get(sha256(a_pdf)), a_pdf);
    const ledger::Entry entry = house.newest_entry();
    EXPECT_EQ(entry.act, "national_reports.attach_evidence");
    EXPECT_EQ(entry.audience, Audience::own_delegation);
    EXPECT_EQ(fact(entry, "sha256"), sha256(a_pdf).hex());
    for (const auto& [name, value] : entry.facts) EXPECT_EQ(value.find("law"), std::string::npos) << name;
}

TEST_P(Evidence, OfTwoPeopleNeitherLosesAFile) {
    attach(house.editor, a_pdf);
    const auto second = attach(house.other_editor, other_pdf);
    ASSERT_TRUE(second.has_value());
    EXPECT_EQ(second->kept, Kept::beside);
    EXPECT_EQ(names(), (std::vector<std::string>{"law.pdf"}));
    house.read([&](storage::Session& session) {
        const auto beside = store::beside(session, report.id);
        EXPECT_EQ(beside.size(), 1U);
        EXPECT_NE(find_file(beside.at(0).second.answer, sha256(other_pdf)), nullptr);
        EXPECT_TRUE(evidence_of(session, report.id, sha256(other_pdf)).has_value());
    });
    EXPECT_EQ(attach(house.other_editor, other_pdf, 1)->kept, Kept::saved) << "who has seen the first";
    EXPECT_EQ(names().size(), 2U);
}

TEST_P(Evidence, TheSameFileTwiceIsOneFile) {
    attach(house.editor, a_pdf);
    const std::size_t entries = house.entry_count();
    EXPECT_EQ(attach(house.editor, a_pdf, 1, "again.pdf")->kept, Kept::unchanged);
    EXPECT_EQ(names().size(), 1U);
    EXPECT_EQ(house.entry_count(), entries);
    house.read([&](storage::Session& session) {
        EXPECT_EQ(store::evidence_bytes(session, report.id), std::ssize(a_pdf));
    });
}

TEST_P(Evidence, WhatIsTakenOutStaysInTheHistory) {
    attach(house.editor, a_pdf);
    const std::string digest = sha256(a_pdf).hex();
    EXPECT_EQ(said(house.run(house.editor, remove_evidence,
                             RemoveEvidence{report.id, "paper", "1", sha256(other_pdf).hex()})),
              "national_reports.no_such_evidence");
    EXPECT_EQ(said(house.run(house.editor, remove_evidence, RemoveEvidence{report.id, "paper", "1", digest})),
              "done");
    EXPECT_EQ(fact(house.newest_entry(), "sha256"), digest);
    EXPECT_TRUE(names().empty());
    house.read([&](storage::Session& session) {
        EXPECT_EQ(store::versions(session, report.id, "paper").at(0).answer.files.size(), 1U);
        EXPECT_TRUE(evidence_of(session, report.id, sha256(a_pdf)).has_value());
    });
}

TEST_P(Evidence, LimitsAreOfAFileOfTheReportAndOfTheAnswer) {
    EXPECT_EQ(said(attach(house.editor, "")), "national_reports.evidence_empty");
    EXPECT_EQ(said(attach(house.editor, a_pdf, 0, "a.pdf", "about")), "national_reports.not_of_this_kind");
    EXPECT_EQ(said(attach(house.editor, a_pdf, 0, "a.pdf", "nowhere")), "national_reports.no_such_question");
    EXPECT_EQ(said(attach(house.foreign, a_pdf)), "national_reports.no_such_report");
    house.work([&](ledger::Work& work) {
        store::add_evidence(
            work.session(), report.id,
            {sha256("before"), "b.pdf", "application/pdf", evidence_report_bytes_max - std::ssize(a_pdf)},
            work.now(), 1);
    });
    EXPECT_EQ(said(attach(house.editor, a_pdf)), "done") << "as much as there may be";
    const auto refused = attach(house.editor, other_pdf, 1);
    EXPECT_EQ(said(refused), "national_reports.evidence_too_much");
    EXPECT_EQ(fact(refused, "max"), "100");
    EXPECT_FALSE(files.has(sha256(other_pdf)));
}

TEST_P(Evidence, WhoKnowsADigestHasNotGotItsFile) {
    files.put(bytes_of("%PDF-1.7\nA paper of others."));
    AnswersFile stolen{"framework-survey", 1, {}, {}};
    Answer claim;
    claim.files = {{sha256("%PDF-1.7\nA paper of others."), "mine.pdf", "application/pdf", 27}};
    stolen.answers["paper"] = claim;
    claim.files.push_back({sha256("more"), "more.pdf", "application/pdf", 4});
    stolen.answers["about"] = claim;
    stolen.answers["about"].text = "Words";
    stolen.answers["staff"].text = "3";
    const auto saved = house.run(
        house.editor, save_answers,
        SaveAnswers{report.id, "paper:0",
                    InputValues::from_json(R"({"paper":)" + text_of(stolen.answers["paper"]) + "}").value()});
    EXPECT_EQ(said(saved), "national_reports.no_such_evidence:answers.paper");
    const auto taken =
        house.run(house.editor, import_answers, ImportAnswers{report.id, {"a.json", "", text_of(stolen)}});
    EXPECT_TRUE(taken.has_value());
    house.read([&](storage::Session& session) {
        EXPECT_FALSE(evidence_of(session, report.id, claim.files[0].digest).has_value());
        for (const char* question : {"paper", "about"})
            for (const AnswerVersion& version : store::versions(session, report.id, question))
                EXPECT_TRUE(version.answer.files.empty()) << question;
    });
}

TEST_P(Evidence, AFileIsSeenByWhoeverSeesItsAnswerAndByNobodyElse) {
    // REP_20: the State decides with whom it shares its assessment, and the evidence goes with the answer.
    attach(house.editor, a_pdf);
    const identity::Reader foreign = house.foreign.reader(), own = house.editor.reader(), anybody;
    EXPECT_FALSE(may_have(own, a_pdf)) << "there is no release";
    release("parties", "state:XXB");
    EXPECT_TRUE(may_have(own, a_pdf));
    EXPECT_TRUE(may_have(foreign, a_pdf));
    EXPECT_FALSE(may_have(anybody, a_pdf));
    EXPECT_FALSE(may_have(house.appoint(Role::delegate, Body::state("XXC")).reader(), a_pdf));
    // A file attached afterwards is in no release yet; the one that was released stays until the next.
    attach(house.editor, other_pdf, 1);
    EXPECT_FALSE(may_have(own, other_pdf));
    EXPECT_TRUE(may_have(foreign, a_pdf));
    ASSERT_EQ(said(house.run(house.head, withdraw_report, WithdrawReport{report.id, "Ours"})), "done");
    EXPECT_FALSE(may_have(foreign, a_pdf));
    EXPECT_FALSE(may_have(own, a_pdf));
}

TEST_P(Evidence, TheNextYearsReportStillHasTheFile) {
    attach(house.editor, a_pdf);
    const KeptReport next = house.open(house.editor, 2028);
    house.read([&](storage::Session& session) {
        EXPECT_TRUE(evidence_of(session, next.id, sha256(a_pdf)).has_value());
        EXPECT_FALSE(evidence_of(session, next.id, sha256(other_pdf)).has_value());
    });
}

std::string kind_of(const std::string& bytes) {
    const auto kind = kind_of_evidence(bytes);
    return kind ? std::string((*kind)->ending) : said(kind);
}

TEST(EvidenceKinds, AreToldByBytes) {
    EXPECT_EQ(kind_of(a_pdf), "pdf");
    EXPECT_EQ(kind_of("\x89PNG\r\n\x1A\n..."), "png");
    EXPECT_EQ(kind_of("\xFF\xD8\xFF\xE0..."), "jpg");
    EXPECT_EQ(kind_of("Plain words.\n"), "txt");
    const std::string book = write_workbook(std::vector<Sheet>{{"one", {{"a"}}}});
    EXPECT_EQ(kind_of(book), "xlsx");
    EXPECT_EQ(kind_of(book.substr(0, 100)), "national_reports.evidence_kind") << "a broken package";
    for (const char* other : {"<html><script>x</script>", "  <svg/>", "#!/bin/sh\nrm", "MZ\x90",
                              "\x7F"
                              "ELF",
                              "GIF89a\x01", "text with \x01", "\xEF\xBB\xBF<x/>"})
        EXPECT_EQ(kind_of(other), "national_reports.evidence_kind") << other;
    EXPECT_EQ(kind_of(std::string("a\0b", 3)), "national_reports.evidence_kind");
}

TEST(EvidenceKinds, NamesAreWhatTheyLookLike) {
    const EvidenceKind& pdf = *find_evidence_kind("application/pdf");
    EXPECT_EQ(evidence_name("/etc/../law.final.pdf", pdf), "law.final.pdf");
    EXPECT_EQ(evidence_name("", pdf), "file.pdf");
    EXPECT_EQ(evidence_name(".profile", pdf), "file.pdf");
    EXPECT_EQ(evidence_name("a\"b\r\nx: y.pdf", pdf), "a b  x  y.pdf");
    EXPECT_EQ(evidence_name("law\xE2\x80\xAE"
                            "fdp.exe",
                            pdf),
              "lawfdp.pdf");
    EXPECT_EQ(evidence_name("قانون.pdf", pdf), "قانون.pdf");
    EXPECT_EQ(header_name({{}, "Our law (1).pdf", "application/pdf", 1}), "our-law-1.pdf");
    EXPECT_EQ(header_name({{}, "x.exe", "application/x-other", 1}), "x.bin");
    EXPECT_EQ(length_in_characters(evidence_name(std::string(500, 'a'), pdf)), 124U);
}

} // namespace
} // namespace poa::national_reports::test
