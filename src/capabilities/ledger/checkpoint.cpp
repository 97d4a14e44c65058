// SPDX-License-Identifier: Apache-2.0
#include "capabilities/ledger/checkpoint.hpp"

#include "base/require.hpp"
#include "base/text.hpp"
#include "capabilities/ledger/decimal.hpp"

namespace poa::ledger {
namespace {

std::unexpected<Refusal> malformed(std::string_view what) {
    return refuse(Refusal::because(Refusal::Kind::bad_input, "ledger.checkpoint_malformed")
                      .with("what", std::string(what)));
}

} // namespace

std::string checkpoint_text(const Checkpoint& checkpoint) {
    require(!checkpoint.origin.empty() && checkpoint.origin.find('\n') == std::string::npos,
            "an origin of one line");
    std::string text =
        checkpoint.origin + '\n' + std::to_string(checkpoint.size) + '\n' + checkpoint.root.base64() + '\n';
    for (const std::string& line : checkpoint.extensions) text += line + '\n';
    return text;
}

Result<Checkpoint> parse_checkpoint(std::string_view text) {
    if (!text.ends_with('\n')) return malformed("root");
    std::vector<std::string_view> lines = split(text.substr(0, text.size() - 1), '\n');
    if (lines.size() < 3) return malformed("root");
    Checkpoint checkpoint;
    checkpoint.origin = std::string(lines[0]);
    if (checkpoint.origin.empty()) return malformed("origin");
    auto size = parse_decimal(lines[1]);
    if (!size) return malformed("size");
    checkpoint.size = *size;
    auto root = from_base64(lines[2]);
    auto digest = root ? Sha256::from_bytes(bytes_of(*root)) : std::nullopt;
    if (!digest) return malformed("root");
    checkpoint.root = *digest;
    for (std::string_view line : std::span(lines).subspan(3)) {
        if (line.empty()) return malformed("extension");
        checkpoint.extensions.emplace_back(line);
    }
    return checkpoint;
}

} // namespace poa::ledger
