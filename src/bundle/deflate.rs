//! Compresses one stream on two threads with flat memory, the way `pigz` does.
//!
//! The stream is cut into pieces of a fixed size; each is compressed by itself with the end of the piece before it as its
//! dictionary and ends on a byte boundary, so that the pieces in a row are one valid deflate stream. The cuts do not
//! depend on timing: the same input gives the same bytes.

use std::io::{self, Read, Write};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use flate2::{Compress, Compression, FlushCompress};
use sha2::{Digest, Sha256};

use crate::job::{Monitor, Stopped};

/// Size of a piece: large enough that its own end costs nothing, small enough that a dozen of them stay under 10 MB.
pub(super) const PIECE_BYTES: usize = 512 * 1024;

/// How far back deflate looks.
const WINDOW_BYTES: usize = 32 * 1024;

/// An empty last block with fixed codes: ends a deflate stream.
const END: [u8; 2] = [0x03, 0x00];

const WORKERS: usize = 2;

/// What went through.
pub(super) struct Sum {
    pub(super) bytes: u64,
    pub(super) packed_bytes: u64,
    pub(super) crc32: u32,
    pub(super) sha256: String,
}

/// Why a stream could not be packed.
pub(super) enum Trouble {
    Read(io::Error),
    Write(io::Error),
    Stopped(Stopped),
}

impl From<Stopped> for Trouble {
    fn from(stopped: Stopped) -> Self {
        Self::Stopped(stopped)
    }
}

struct Piece {
    data: Arc<Vec<u8>>,
    before: Option<Arc<Vec<u8>>>,
    answer: SyncSender<Squeezed>,
}

struct Squeezed {
    packed: Vec<u8>,
    crc32: crc32fast::Hasher,
    bytes: u64,
}

/// Writes what `reader` gives to `output` as a raw deflate stream.
pub(super) fn deflate(
    reader: impl Read + Send,
    output: &mut impl Write,
    level: u32,
    monitor: &Monitor,
) -> Result<Sum, Trouble> {
    let mut source = Source::new(reader);
    let first = source.next().map_err(Trouble::Read)?;
    let mut tally = Tally { output, monitor, crc32: crc32fast::Hasher::new(), bytes: 0, packed_bytes: 0 };
    if first.len() < PIECE_BYTES {
        tally.take(&squeeze(&first, None, level).map_err(Trouble::Write)?)?;
        return tally.end(source.sha256());
    }

    let (order_in, order) = sync_channel::<Receiver<Squeezed>>(WORKERS + 2);
    let (work_in, work) = sync_channel::<Piece>(WORKERS);
    let work = Mutex::new(work);
    thread::scope(|scope| {
        let reading = scope.spawn(move || read_pieces(source, first, &order_in, &work_in));
        for _ in 0..WORKERS {
            scope.spawn(|| squeeze_pieces(&work, level));
        }
        let written = order.iter().try_for_each(|answer| match answer.recv() {
            Ok(squeezed) => tally.take(&squeezed),
            Err(_) => Err(Trouble::Write(io::Error::other("compression ended early"))),
        });
        // Closing the queue tells the reading thread that nobody wants more.
        drop(order);
        let sha256 = match reading.join() {
            Ok(read) => read.map_err(Trouble::Read)?,
            Err(panic) => std::panic::resume_unwind(panic),
        };
        written?;
        tally.end(sha256)
    })
}

/// Writes what `reader` gives to `output` unchanged.
pub(super) fn store(reader: impl Read, output: &mut impl Write, monitor: &Monitor) -> Result<Sum, Trouble> {
    let mut source = Source::new(reader);
    let mut crc32 = crc32fast::Hasher::new();
    let mut bytes = 0;
    loop {
        let piece = source.next().map_err(Trouble::Read)?;
        if piece.is_empty() {
            return Ok(Sum { bytes, packed_bytes: bytes, crc32: crc32.finalize(), sha256: source.sha256() });
        }
        crc32.update(&piece);
        output.write_all(&piece).map_err(Trouble::Write)?;
        bytes += piece.len() as u64;
        monitor.advance(piece.len() as u64)?;
    }
}

/// Reads whole pieces and hashes them on the way.
struct Source<R> {
    reader: R,
    sha256: Sha256,
}

impl<R: Read> Source<R> {
    fn new(reader: R) -> Self {
        Self { reader, sha256: Sha256::new() }
    }

    /// The next piece; shorter than [`PIECE_BYTES`] only at the end.
    fn next(&mut self) -> io::Result<Vec<u8>> {
        let mut piece = Vec::with_capacity(PIECE_BYTES);
        self.reader.by_ref().take(PIECE_BYTES as u64).read_to_end(&mut piece)?;
        self.sha256.update(&piece);
        Ok(piece)
    }

    fn sha256(self) -> String {
        hex(&self.sha256.finalize())
    }
}

/// Lower case hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").ok();
        text
    })
}

fn read_pieces<R: Read>(
    mut source: Source<R>,
    first: Vec<u8>,
    order: &SyncSender<Receiver<Squeezed>>,
    work: &SyncSender<Piece>,
) -> io::Result<String> {
    let mut data = Arc::new(first);
    let mut before = None;
    while !data.is_empty() {
        let (answer, squeezed) = sync_channel(1);
        let piece = Piece { data: Arc::clone(&data), before, answer };
        if order.send(squeezed).is_err() || work.send(piece).is_err() {
            break;
        }
        let next = if data.len() == PIECE_BYTES { source.next()? } else { Vec::new() };
        before = Some(std::mem::replace(&mut data, Arc::new(next)));
    }
    Ok(source.sha256())
}

fn squeeze_pieces(work: &Mutex<Receiver<Piece>>, level: u32) {
    loop {
        let piece = work.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(Piece { data, before, answer }) = piece else { return };
        let window = before.as_ref().map(|before| &before[before.len().saturating_sub(WINDOW_BYTES)..]);
        // A piece that fails is answered by a closed channel, which ends the writing.
        if let Ok(squeezed) = squeeze(&data, window, level) {
            answer.send(squeezed).ok();
        }
    }
}

fn squeeze(data: &[u8], window: Option<&[u8]>, level: u32) -> io::Result<Squeezed> {
    // A new one each time: one that is reset still packs a little differently for what it packed before, and which worker
    // packed what depends on timing.
    let mut compress = Compress::new(Compression::new(level), false);
    if let Some(window) = window {
        compress.set_dictionary(window)?;
    }
    // Room for the worst case, so that one flush is enough.
    let mut packed = Vec::with_capacity(data.len() + data.len() / 8 + 128);
    loop {
        let used = usize::try_from(compress.total_in()).unwrap_or(data.len()).min(data.len());
        compress.compress_vec(&data[used..], &mut packed, FlushCompress::Sync)?;
        // A flush is complete when it leaves room in the output.
        if packed.len() < packed.capacity() && compress.total_in() == data.len() as u64 {
            break;
        }
        packed.reserve(packed.capacity().max(64));
    }
    let mut crc32 = crc32fast::Hasher::new();
    crc32.update(data);
    Ok(Squeezed { packed, crc32, bytes: data.len() as u64 })
}

struct Tally<'a, W> {
    output: &'a mut W,
    monitor: &'a Monitor,
    crc32: crc32fast::Hasher,
    bytes: u64,
    packed_bytes: u64,
}

impl<W: Write> Tally<'_, W> {
    fn take(&mut self, squeezed: &Squeezed) -> Result<(), Trouble> {
        self.output.write_all(&squeezed.packed).map_err(Trouble::Write)?;
        self.crc32.combine(&squeezed.crc32);
        self.bytes += squeezed.bytes;
        self.packed_bytes += squeezed.packed.len() as u64;
        Ok(self.monitor.advance(squeezed.bytes)?)
    }

    fn end(self, sha256: String) -> Result<Sum, Trouble> {
        self.output.write_all(&END).map_err(Trouble::Write)?;
        let packed_bytes = self.packed_bytes + END.len() as u64;
        Ok(Sum { bytes: self.bytes, packed_bytes, crc32: self.crc32.finalize(), sha256 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(bytes: usize) -> Vec<u8> {
        (0_u64..)
            .flat_map(|i| format!("{i} value {:x}\n", i.wrapping_mul(0x9E37_79B9)).into_bytes())
            .take(bytes)
            .collect()
    }

    #[test]
    fn any_length_comes_back_with_its_sums() {
        for length in [0, 1, PIECE_BYTES - 1, PIECE_BYTES, PIECE_BYTES + 1, 5 * PIECE_BYTES + 17] {
            let input = lines(length);
            let mut packed = Vec::new();
            let Ok(sum) = deflate(input.as_slice(), &mut packed, 6, &Monitor::quiet()) else { panic!("{length}") };
            let mut back = Vec::new();
            flate2::read::DeflateDecoder::new(packed.as_slice()).read_to_end(&mut back).expect("valid");
            assert!(back == input, "{length}");
            assert_eq!(sum.packed_bytes, packed.len() as u64);
            assert_eq!((sum.bytes, sum.crc32), (length as u64, crc32fast::hash(&input)));
            assert_eq!(sum.sha256, hex(&Sha256::digest(&input)));
        }
    }

    #[test]
    fn the_same_input_gives_the_same_bytes() {
        let input = lines(3 * PIECE_BYTES);
        let pack = || {
            let mut packed = Vec::new();
            deflate(input.as_slice(), &mut packed, 6, &Monitor::quiet()).map_err(|_| ()).expect("packed");
            packed
        };
        let first = pack();
        assert!((0..20).all(|_| pack() == first));
    }

    #[test]
    fn a_reader_that_breaks_and_a_full_disk_end_the_work() {
        struct Breaks(usize);
        impl Read for Breaks {
            fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
                self.0 = self.0.checked_sub(1).ok_or_else(|| io::Error::other("gone"))?;
                buffer.fill(b'x');
                Ok(buffer.len())
            }
        }
        struct Full;
        impl Write for Full {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::StorageFull.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let quiet = Monitor::quiet();
        assert!(matches!(deflate(Breaks(200), &mut Vec::new(), 6, &quiet), Err(Trouble::Read(_))));
        assert!(matches!(deflate(io::repeat(b'x'), &mut Full, 6, &quiet), Err(Trouble::Write(_))));
        quiet.stop();
        assert!(matches!(deflate(io::repeat(b'x'), &mut io::sink(), 6, &quiet), Err(Trouble::Stopped(_))));
    }
}
