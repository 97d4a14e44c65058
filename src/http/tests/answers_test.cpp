// SPDX-License-Identifier: Apache-2.0
// How answers go out: 304, compression, ranges, files.
#include "http/compression.hpp"
#include "served.hpp"

#include <fstream>
#include <random>
#include <unistd.h>
#include <zlib.h>

namespace poa::http::test {
namespace {

std::string gunzip(std::string_view compressed) {
    z_stream stream{};
    EXPECT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
    std::string out(1 << 20, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(compressed.data()));
    stream.avail_in = static_cast<uInt>(compressed.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
    out.resize(stream.total_out);
    inflateEnd(&stream);
    return out;
}

Answer tagged(std::string body, const char* etag = "\"v1\"") {
    Answer answer = Answer::text(200, "text/html; charset=utf-8", std::move(body));
    answer.headers.add("etag", etag);
    answer.headers.add("cache-control", "no-cache");
    return answer;
}

const std::string long_text = [] {
    std::string text;
    for (int i = 0; i < 2000; ++i) text += fmt::format("paragraph {} of the report\n", i);
    return text;
}();

/// A file that is removed with the object.
class TemporaryFile {
  public:
    explicit TemporaryFile(std::string_view content)
        : path_(std::filesystem::temp_directory_path() /
                fmt::format("http_test_{}_{}", ::getpid(), ++made_)) {
        std::ofstream(path_, std::ios::binary) << content;
    }
    ~TemporaryFile() { std::filesystem::remove(path_); }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    static inline int made_ = 0;
    std::filesystem::path path_;
};

Answer file_answer(const std::filesystem::path& path) {
    Answer answer;
    answer.headers.add("content-type", "application/octet-stream");
    answer.headers.add("etag", "\"f1\"");
    answer.body = FileBody{path};
    return answer;
}

TEST(Answers, TurnInto304WhenTheTagIsKnown) {
    Served served({}, [](TestApplication& application) {
        application.pages["/a"] = [](const Request&) { return tagged("<p>a</p>"); };
        application.pages["/gone"] = [](const Request&) {
            Answer answer = tagged("gone");
            answer.status = 404;
            return answer;
        };
    });
    RawClient client = served.client();
    for (const char* known : {"\"v1\"", "W/\"v1\"", "*", "\"v0\", \"v1\""}) {
        RawAnswer answer = client.get("/a", fmt::format("If-None-Match: {}\r\n", known));
        EXPECT_EQ(answer.status, 304) << known;
        EXPECT_EQ(answer.header("etag"), "\"v1\"");
        EXPECT_EQ(answer.header("cache-control"), "no-cache");
        EXPECT_FALSE(answer.headers.contains("content-length"));
        EXPECT_FALSE(answer.headers.contains("content-type"));
    }
    for (const char* other : {"\"v2\"", "v1", ""})
        EXPECT_EQ(client.get("/a", fmt::format("If-None-Match: {}\r\n", other)).status, 200) << other;
    EXPECT_EQ(client.get("/gone", "If-None-Match: \"v1\"\r\n").status, 404);
    EXPECT_EQ(client.ask("POST /a HTTP/1.1\r\nHost: t\r\nIf-None-Match: \"v1\"\r\nContent-Length: 0\r\n\r\n")
                  .status,
              200);
    EXPECT_EQ(client.ask("HEAD /a HTTP/1.1\r\nHost: t\r\nIf-None-Match: \"v1\"\r\n\r\n", false).status, 304);
}

TEST(Answers, AreCompressedForWhoTakesIt) {
    Served served({}, [](TestApplication& application) {
        application.pages["/long"] = [](const Request&) { return tagged(long_text); };
        application.pages["/short"] = [](const Request&) { return tagged("short"); };
        application.pages["/picture"] = [](const Request&) {
            Answer answer = tagged(long_text);
            answer.compressible = false;
            return answer;
        };
    });
    RawClient client = served.client();
    RawAnswer compressed = client.get("/long", "Accept-Encoding: br, gzip\r\n");
    EXPECT_EQ(compressed.header("content-encoding"), "gzip");
    EXPECT_EQ(compressed.header("vary"), "accept-encoding");
    EXPECT_EQ(compressed.header("etag"), "W/\"v1\"");
    EXPECT_LT(compressed.body.size(), long_text.size() / 4);
    EXPECT_EQ(gunzip(compressed.body), long_text);
    RawAnswer known = client.get("/long", "Accept-Encoding: gzip\r\nIf-None-Match: W/\"v1\"\r\n");
    EXPECT_EQ(known.status, 304);
    EXPECT_EQ(known.header("etag"), "W/\"v1\"");
    EXPECT_EQ(known.header("vary"), "accept-encoding");
    EXPECT_FALSE(known.headers.contains("content-encoding"));
    RawAnswer plain = client.get("/long", "Accept-Encoding: gzip;q=0\r\n");
    EXPECT_EQ(plain.body, long_text);
    EXPECT_EQ(plain.header("etag"), "\"v1\"");
    EXPECT_EQ(plain.header("vary"), "accept-encoding");
    EXPECT_EQ(client.get("/short", "Accept-Encoding: gzip\r\n").body, "short");
    EXPECT_EQ(client.get("/picture", "Accept-Encoding: gzip\r\n").header("vary"), "");
    RawAnswer head = client.ask("HEAD /long HTTP/1.1\r\nHost: t\r\nAccept-Encoding: gzip\r\n\r\n", false);
    EXPECT_EQ(head.header("content-length"), std::to_string(compressed.body.size()));
}

TEST(Answers, CompressedBeforehandAreSentAsTheyAre) {
    auto shared = std::make_shared<const std::string>(long_text);
    auto gzipped = std::make_shared<const std::string>(gzip(long_text));
    Served served({}, [&](TestApplication& application) {
        application.pages["/kept_page"] = [=](const Request&) {
            Answer answer;
            answer.body = shared;
            answer.gzipped = gzipped;
            answer.headers.add("vary", "accept");
            return answer;
        };
    });
    RawClient client = served.client();
    RawAnswer compressed = client.get("/kept_page", "Accept-Encoding: gzip\r\n");
    EXPECT_EQ(compressed.body, *gzipped);
    EXPECT_EQ(compressed.header("vary"), "accept, accept-encoding");
    EXPECT_EQ(client.get("/kept_page").body, long_text);
}

TEST(Answers, OfFilesAreSentWholeAndInParts) {
    std::string content(1'000'000, '\0');
    std::mt19937 random(1);
    for (char& c : content) c = static_cast<char>(random());
    TemporaryFile file(content);
    Served served({}, [&](TestApplication& application) {
        application.pages["/file"] = [&](const Request&) { return file_answer(file.path()); };
    });
    RawClient client = served.client();
    RawAnswer whole = client.get("/file");
    EXPECT_EQ(whole.status, 200);
    EXPECT_EQ(whole.header("accept-ranges"), "bytes");
    EXPECT_TRUE(whole.body == content);
    RawAnswer part = client.get("/file", "Range: bytes=200000-799999\r\n");
    EXPECT_EQ(part.status, 206);
    EXPECT_EQ(part.header("content-range"), "bytes 200000-799999/1000000");
    EXPECT_TRUE(part.body == content.substr(200'000, 600'000));
    RawAnswer last = client.get("/file", "Range: bytes=-1\r\nIf-Range: \"f1\"\r\n");
    EXPECT_EQ(last.status, 206);
    EXPECT_EQ(last.body, content.substr(999'999));
    EXPECT_EQ(client.get("/file", "Range: bytes=0-1\r\nIf-Range: \"f0\"\r\n").status, 200);
    EXPECT_EQ(client.get("/file", "Range: bytes=0-1\r\nIf-Range: W/\"f1\"\r\n").status, 200);
    EXPECT_EQ(client.get("/file", "Range: bytes=0-1, 3-4\r\n").status, 200);
    RawAnswer beyond = client.get("/file", "Range: bytes=1000000-\r\n");
    EXPECT_EQ(beyond.status, 416);
    EXPECT_EQ(beyond.header("content-range"), "bytes */1000000");
    EXPECT_EQ(client.get("/file", "Range: bytes=0-1\r\nIf-None-Match: \"f1\"\r\n").status, 304);
    RawAnswer head = client.ask("HEAD /file HTTP/1.1\r\nHost: t\r\nRange: bytes=0-1\r\n\r\n", false);
    EXPECT_EQ(head.status, 200);
    EXPECT_EQ(head.header("content-length"), "1000000");
    EXPECT_EQ(client.get("/kept").body, "kept");
}

TEST(Answers, OfFilesThatAreNotThereAre500) {
    Served served({}, [&](TestApplication& application) {
        application.pages["/none"] = [](const Request&) { return file_answer("/nowhere/at/all"); };
        application.pages["/folder"] = [](const Request&) { return file_answer("/"); };
    });
    RawClient client = served.client();
    EXPECT_TRUE(client.get("/none").body.find("/nowhere/at/all cannot be opened") != std::string::npos);
    EXPECT_EQ(client.get("/folder").status, 500);
    EXPECT_EQ(served.application().failed_with(500), 2);
}

TEST(Answers, OfEmptyFilesAreEmpty) {
    TemporaryFile file("");
    Served served({}, [&](TestApplication& application) {
        application.pages["/file"] = [&](const Request&) { return file_answer(file.path()); };
    });
    RawClient client = served.client();
    EXPECT_EQ(client.get("/file").header("content-length"), "0");
    EXPECT_EQ(client.get("/file", "Range: bytes=0-\r\n").status, 416);
}

TEST(Answers, BreakOffWhereAFileBecomesShorter) {
    TemporaryFile file(std::string(3'000'000, 'x'));
    Served served({}, [&](TestApplication& application) {
        application.pages["/file"] = [&](const Request&) { return file_answer(file.path()); };
    });
    RawClient client(served.port(), "127.0.0.1", 4096);
    ASSERT_TRUE(client.send("GET /file HTTP/1.1\r\nHost: t\r\n\r\n"));
    client.read_until("\r\n\r\n");
    std::filesystem::resize_file(file.path(), 1000);
    EXPECT_TRUE(client.is_closed_within(5)) << "never other bytes than promised";
    EXPECT_TRUE(Served::comes_true([&] { return served.application().done_count() == 1; }));
}

TEST(Answers, WithoutABodySayNothingOfOne) {
    Served served({}, [&](TestApplication& application) {
        application.pages["/nothing"] = [](const Request&) {
            Answer nothing = Answer::text(204, "text/html; charset=utf-8", "");
            nothing.headers.add("content-language", "en");
            nothing.headers.add("allow", "GET");
            return nothing;
        };
        application.pages["/elsewhere"] = [](const Request&) { return Answer::redirect("/a"); };
    });
    RawClient client = served.client();
    RawAnswer nothing = client.get("/nothing");
    EXPECT_EQ(nothing.status, 204);
    EXPECT_FALSE(nothing.headers.contains("content-length"));
    EXPECT_FALSE(nothing.headers.contains("content-type"));
    EXPECT_FALSE(nothing.headers.contains("content-language"));
    EXPECT_EQ(nothing.header("allow"), "GET");
    RawAnswer elsewhere = client.get("/elsewhere");
    EXPECT_EQ(elsewhere.status, 303);
    EXPECT_EQ(elsewhere.header("location"), "/a");
    EXPECT_EQ(elsewhere.header("content-length"), "0");
}

TEST(Answers, WithLineBreaksInAHeaderAreOurMistakeAndNeverSent) {
    Served served({}, [&](TestApplication& application) {
        application.pages["/split"] = [](const Request& request) {
            return Answer::redirect(std::string(request.query.get("to").value_or("")));
        };
        application.pages["/length"] = [](const Request&) {
            Answer answer = Answer::empty(200);
            answer.headers.add("content-length", "5");
            return answer;
        };
    });
    RawClient client = served.client();
    for (const char* path : {"/split?to=%0d%0aset-cookie:%20a=b", "/split?to=a%0ab", "/length"}) {
        RawAnswer answer = client.get(path);
        EXPECT_EQ(answer.status, 500) << path;
        EXPECT_FALSE(answer.headers.contains("set-cookie"));
    }
}

} // namespace
} // namespace poa::http::test
