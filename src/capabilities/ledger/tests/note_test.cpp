// SPDX-License-Identifier: Apache-2.0
#include "capabilities/ledger/checkpoint.hpp"
#include "capabilities/ledger/merkle.hpp"
#include "capabilities/ledger/note.hpp"
#include "capabilities/ledger/proof.hpp"
#include "capabilities/ledger/tests/property.hpp"

#include <gtest/gtest.h>

namespace poa::ledger {
namespace {

// The example key and note that the Go checksum database documents for the format.
constexpr std::string_view known_verifier =
    "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
constexpr std::string_view known_signer =
    "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
constexpr std::string_view known_text = "If you think cryptography is the answer to your problem,\n"
                                        "then you don't know what your problem is.\n";
constexpr std::string_view known_signature =
    "\xE2\x80\x94 PeterNeumann "
    "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

SigningKey test_key(std::string name = "example.org/poa", char seed = 7) {
    return SigningKey::from_seed(std::move(name), Secret(std::string(32, seed)));
}

TEST(Note, TheKnownKeyAndNote) {
    auto signer = SigningKey::parse(Secret(std::string(known_signer)));
    ASSERT_TRUE(signer);
    EXPECT_EQ(signer->verifier().text(), known_verifier);
    EXPECT_EQ(signer->verifier().id(), 0xc74f20a3u);
    EXPECT_EQ(signer->text().reveal(), known_signer);
    std::string note = std::string(known_text) + "\n" + std::string(known_signature);
    EXPECT_EQ(sign_note(known_text, *signer), note);
    auto parsed = parse_note(note);
    ASSERT_TRUE(parsed);
    EXPECT_EQ(parsed->text, known_text);
    auto verifier = VerifierKey::parse(known_verifier);
    ASSERT_TRUE(verifier);
    EXPECT_EQ(check_note(*parsed, {&*verifier, 1}), NoteCheck::verified);
}

TEST(Note, KeysThatAreNotQuiteKeys) {
    std::string verifier(known_verifier), signer(known_signer);
    for (std::size_t i = 0; i < verifier.size(); ++i) {
        std::string changed = verifier;
        changed[i] ^= 1;
        EXPECT_FALSE(VerifierKey::parse(changed)) << changed;
        EXPECT_FALSE(VerifierKey::parse(verifier.substr(0, i))) << i;
    }
    for (std::size_t i = 0; i < signer.size(); ++i) {
        std::string changed = signer;
        changed[i] ^= 1;
        EXPECT_FALSE(SigningKey::parse(Secret(changed))) << changed;
    }
    EXPECT_FALSE(SigningKey::parse(Secret(verifier)));
    EXPECT_FALSE(VerifierKey::parse(verifier + "\n"));
    // Another algorithm, with the id that belongs to it.
    EXPECT_FALSE(VerifierKey::parse("PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"));
}

TEST(Note, NamesOfKeys) {
    for (std::string_view name :
         {"a", "example.org/poa", "localhost/poa/0123456789ab", "\xC3\xA9t\xC3\xA9.example"})
        EXPECT_TRUE(is_key_name(name)) << name;
    for (std::string_view name : {"", "a b", "a+b", "a\tb", "a\nb",
                                  "a\xC2\xA0"
                                  "b",
                                  "a\xE2\x80\x83"
                                  "b",
                                  "a\xE3\x80\x80", "\xFF", "a\x01"})
        EXPECT_FALSE(is_key_name(name)) << name;
}

TEST(Note, SeveralSignatures) {
    SigningKey ours = test_key();
    std::vector<NoteSignature> signatures;
    for (int i = 0; i < 20; ++i)
        signatures.push_back(
            test_key("witness.example/" + std::to_string(i), static_cast<char>(i)).sign("text\n"));
    signatures.push_back(
        {"unknown.algorithm", 1234, std::string(2420, 's')}); // as long as ML-DSA-44 makes them
    signatures.push_back(ours.sign("text\n"));
    auto note = parse_note(write_note("text\n", signatures));
    ASSERT_TRUE(note);
    EXPECT_EQ(note->signatures.size(), 22u);
    EXPECT_EQ(check_note(*note, {&ours.verifier(), 1}), NoteCheck::verified);
    SigningKey stranger = test_key("example.org/poa", 99); // the same name, another key: passed over
    EXPECT_EQ(check_note(*note, {&stranger.verifier(), 1}), NoteCheck::unknown_signers);
    std::vector<VerifierKey> known = {ours.verifier(), test_key("witness.example/3", 3).verifier()};
    EXPECT_EQ(check_note(*note, known), NoteCheck::verified);
    note->signatures[3].signature[5] ^= 1; // one known key's signature is wrong: the whole note is refused
    EXPECT_EQ(check_note(*note, known), NoteCheck::wrong_signature);
    EXPECT_EQ(check_note(*note, {&ours.verifier(), 1}), NoteCheck::verified);
    note->text += "more\n";
    EXPECT_EQ(check_note(*note, {&ours.verifier(), 1}), NoteCheck::wrong_signature);
}

TEST(Note, ATextMayHoldEmptyLines) {
    SigningKey key = test_key();
    auto note = parse_note(sign_note("one\n\n\nfour\n", key));
    ASSERT_TRUE(note);
    EXPECT_EQ(note->text, "one\n\n\nfour\n");
    EXPECT_EQ(check_note(*note, {&key.verifier(), 1}), NoteCheck::verified);
}

TEST(Note, MalformedNotes) {
    std::string good = sign_note("text\n", test_key());
    ASSERT_TRUE(parse_note(good));
    std::string line = good.substr(good.find("\n\n") + 2);
    for (const std::string& bad :
         {std::string(), std::string("text\n"), std::string("text\n\n"), good.substr(0, good.size() - 1),
          good + "\n", good + "x\n", "te\rxt\n\n" + line, "te\xFFxt\n\n" + line, "text\n" + line,
          std::string("text\n\n- a b\n"),
          std::string("text\n\n\xE2\x80\x94 name AAAA\n"),    // shorter than a key id and a signature
          std::string("text\n\n\xE2\x80\x94 name AAAAAA=\n"), // base64 that is not canonical
          std::string("text\n\n\xE2\x80\x94 na+me AAAAAAA=\n"), std::string(note_bytes_max + 1, 'a')})
        EXPECT_FALSE(parse_note(bad)) << bad.substr(0, 200);
    std::string letter = good; // an Armenian letter within the base64
    EXPECT_FALSE(parse_note(letter.replace(letter.size() - 20, 2, "\xD5\xB2")));
    std::string many = "text\n\n";
    for (std::size_t i = 0; i <= note_signatures_max; ++i) many += line;
    EXPECT_FALSE(parse_note(many));
}

TEST(Note, NoNoiseMakesItFail) {
    expect_property("any bytes are either a note or refused", [](const std::string& noise) {
        std::string good = sign_note("origin\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", test_key());
        auto at = *rc::gen::inRange<std::size_t>(0, good.size());
        good.replace(at, std::min(noise.size(), good.size() - at), noise);
        if (auto note = parse_note(good)) RC_ASSERT(write_note(note->text, note->signatures) == good);
    });
}

TEST(Checkpoint, TheFormatsOwnExample) {
    std::string text =
        "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
    auto checkpoint = parse_checkpoint(text);
    ASSERT_TRUE(checkpoint);
    EXPECT_EQ(checkpoint->origin, "example.com/behind-the-sofa");
    EXPECT_EQ(checkpoint->size, 20852163u);
    EXPECT_EQ(checkpoint_text(*checkpoint), text);
    auto extended = parse_checkpoint(text + "extension\nanother\n");
    ASSERT_TRUE(extended);
    EXPECT_EQ(extended->extensions, (std::vector<std::string>{"extension", "another"}));
}

TEST(Checkpoint, OnlyTheCanonicalForm) {
    const std::string root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
    ASSERT_TRUE(parse_checkpoint("o\n0\n" + root));
    for (const std::string& bad :
         {std::string(), std::string("\n"), "\n1\n" + root, "o\n01\n" + root, "o\n+1\n" + root,
          "o\n-1\n" + root, "o\n1 \n" + root, "o\n\n" + root, "o\n9223372036854775808\n" + root,
          std::string("o\n1\n"), std::string("o\n1\nAAAA\n"),
          "o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n" + std::string(), // loose bits at the end
          "o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n" + std::string(),  // no padding
          "o\n1\n " + root, "o\n1\n" + root + "\n", "o\n1\n" + root + "a\n\nb\n",
          "o\n1\n" + root.substr(0, root.size() - 1)})
        EXPECT_FALSE(parse_checkpoint(bad)) << bad;
}

struct Receipt {
    std::string leaf = "the leaf";
    Sha256 sibling = leaf_hash(bytes_of("other"));
    SigningKey key = test_key();
    Proof proof;
    Receipt() {
        Checkpoint checkpoint{key.name(), 2, node_hash(sibling, leaf_hash(bytes_of(leaf))), {}};
        proof = {std::nullopt, 1, {sibling}, sign_checkpoint(checkpoint, key)};
    }
};

TEST(Proof, IsWrittenAndChecked) {
    Receipt receipt;
    std::string text = write_proof(receipt.proof);
    EXPECT_EQ(text, "c2sp.org/tlog-proof@v1\nindex 1\n" + receipt.sibling.base64() + "\n\n" +
                        receipt.proof.checkpoint);
    EXPECT_EQ(check_proof(text, receipt.leaf, receipt.key.verifier()), ProofCheck::proven);
    receipt.proof.extra = "anything";
    text = write_proof(receipt.proof);
    EXPECT_NE(text.find("\nextra YW55dGhpbmc=\nindex 1\n"), std::string::npos);
    EXPECT_EQ(check_proof(text, receipt.leaf, receipt.key.verifier()), ProofCheck::proven);
    EXPECT_EQ(check_proof(text, "another leaf", receipt.key.verifier()), ProofCheck::not_included);
    EXPECT_EQ(check_proof(text, receipt.leaf, test_key("example.org/other").verifier()),
              ProofCheck::other_log);
    EXPECT_EQ(check_proof(text, receipt.leaf, test_key("example.org/poa", 8).verifier()),
              ProofCheck::other_log);
}

TEST(Proof, AnyChangedByteFails) {
    Receipt receipt;
    std::string text = write_proof(receipt.proof);
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::string changed = text;
        changed[i] ^= 1;
        EXPECT_NE(check_proof(changed, receipt.leaf, receipt.key.verifier()), ProofCheck::proven) << i;
        EXPECT_NE(check_proof(text.substr(0, i), receipt.leaf, receipt.key.verifier()), ProofCheck::proven)
            << i;
    }
}

TEST(Proof, MalformedProofs) {
    Receipt receipt;
    std::string rest = "\n\n" + receipt.proof.checkpoint;
    std::string hash = receipt.sibling.base64();
    for (const std::string& bad :
         {std::string(), std::string("c2sp.org/tlog-proof@v1\n"),
          "c2sp.org/tlog-proof@v2\nindex 1\n" + hash + rest,
          "c2sp.org/tlog-proof@v1\nindex 01\n" + hash + rest,
          "c2sp.org/tlog-proof@v1\nindex -1\n" + hash + rest,
          "c2sp.org/tlog-proof@v1\nextra @@\nindex 1\n" + hash + rest,
          "c2sp.org/tlog-proof@v1\nindex 1\nindex 1\n" + hash + rest,
          "c2sp.org/tlog-proof@v1\nindex 1\nAAAA" + rest, "c2sp.org/tlog-proof@v1\nindex 1\n" + hash})
        EXPECT_FALSE(parse_proof(bad)) << bad;
    std::string long_path = "c2sp.org/tlog-proof@v1\nindex 1\n";
    for (int i = 0; i < 64; ++i) long_path += hash + "\n";
    EXPECT_FALSE(parse_proof(long_path + rest.substr(1)));
}

} // namespace
} // namespace poa::ledger
