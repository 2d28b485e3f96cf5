// A file that appears under its name complete or not at all: written beside its place under a hidden name, brought to
// the disk, then renamed. publish() looks again whether the place is free. Without publish() the hidden file is
// removed; what a killed run of this machine left in the folder goes when the next one writes there. An existing file
// is replaced only with `overwrite`, and never while another program has it open as a database. A link is followed.
// `companion` (publish) is a file that speaks of the old content: out of the way before the rename, back where that
// fails, so that it never stands beside content it does not speak of.
// Errors of kind output: write.exists {path}, write.locked {path, what}, write.failed {path, reason}.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <future>
#include <string>
#include <string_view>

namespace redline {

class AtomicFile {
 public:
  AtomicFile(std::string path, bool overwrite);
  ~AtomicFile();
  AtomicFile(AtomicFile const&) = delete;
  AtomicFile& operator=(AtomicFile const&) = delete;
  std::string const& path() const { return m_path; }            // as the user gave it
  std::string const& temporary() const { return m_temporary; }  // exists, empty, in the same directory
  void write_out_beside();  // what is there so far goes to the disk while other work goes on; publish() has less to do
  void publish(std::string const& companion = {});

 private:
  void check_place() const;
  void put_in_place();

  std::string m_path, m_target, m_temporary;
  bool m_overwrite;
  bool m_published = false;
  std::future<void> m_writing_out;
};

// Appends bytes to a file that exists, a megabyte at a time; close() writes the rest and says whether all went well.
class ByteSink {
 public:
  ByteSink(std::string const& file, std::string shown);
  ~ByteSink();
  ByteSink(ByteSink const&) = delete;
  ByteSink& operator=(ByteSink const&) = delete;
  void add(std::string_view bytes);
  void close();

 private:
  void flush();

  std::string m_shown, m_buffer;
  int m_file;
};

void write_file(std::string const& path, std::string_view bytes, bool overwrite);  // small files in one piece

}  // namespace redline
