// SPDX-License-Identifier: Apache-2.0
#include "http/compression.hpp"

#include "base/require.hpp"

#include <zlib.h>

namespace poa::http {
namespace {

class Deflater {
  public:
    Deflater() {
        constexpr int level = 5, gzip_window_bits = 15 + 16, memory_level = 8;
        int result =
            deflateInit2(&stream_, level, Z_DEFLATED, gzip_window_bits, memory_level, Z_DEFAULT_STRATEGY);
        if (result != Z_OK) throw MachineFailure("zlib cannot be started: not enough memory");
    }
    ~Deflater() { deflateEnd(&stream_); }
    Deflater(const Deflater&) = delete;
    Deflater& operator=(const Deflater&) = delete;

    std::string compress(std::string_view text) {
        require(text.size() < UINT_MAX, "text to compress is below 4 GiB");
        deflateReset(&stream_);
        std::string out(deflateBound(&stream_, text.size()), '\0');
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
        stream_.avail_in = static_cast<uInt>(text.size());
        stream_.next_out = reinterpret_cast<Bytef*>(out.data());
        stream_.avail_out = static_cast<uInt>(out.size());
        int result = deflate(&stream_, Z_FINISH);
        require(result == Z_STREAM_END, "the bound of zlib holds");
        out.resize(out.size() - stream_.avail_out);
        return out;
    }

  private:
    z_stream stream_{};
};

} // namespace

std::string gzip(std::string_view text) {
    thread_local Deflater deflater;
    return deflater.compress(text);
}

} // namespace poa::http
