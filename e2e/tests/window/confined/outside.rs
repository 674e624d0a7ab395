//! What is outside the window: a server on this computer that answers everybody and remembers who asked. Addresses that
//! lead nowhere would prove nothing on a computer without a network.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};

use e2e::{Outcome, While};

/// Whoever asks may read the answer, may frame it and may run it.
const ANSWER: &str = "HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Type: text/javascript\r\n\
                      Content-Length: 20\r\nConnection: close\r\n\r\nwindow.broken = true;";

/// The running server.
pub struct Outside {
    address: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Outside {
    /// Starts it; it ends with the test.
    pub fn open() -> Outcome<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).during("opening the outside")?;
        let address = listener.local_addr().during("opening the outside")?.to_string();
        let asked = Arc::<Mutex<Vec<String>>>::default();
        let heard = Arc::clone(&asked);
        std::thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let line = request(&mut stream);
                heard.lock().unwrap_or_else(PoisonError::into_inner).push(line);
                // Whoever has hung up needs no answer.
                let _ = stream.write_all(ANSWER.as_bytes());
            }
        });
        let outside = Self { address, asked };
        outside.asks_itself()?;
        Ok(outside)
    }

    /// Host and port.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The first line of every request that came.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// A server that hears nobody would make every attempt look harmless.
    fn asks_itself(&self) -> Outcome {
        let mut stream = TcpStream::connect(&self.address).during("asking the outside")?;
        stream
            .write_all(b"GET /itself HTTP/1.1\r\n\r\n")
            .during("asking the outside")?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).during("asking the outside")?;
        let heard = std::mem::take(&mut *self.asked.lock().unwrap_or_else(PoisonError::into_inner));
        assert_eq!(heard, ["GET /itself HTTP/1.1"], "the outside hears who asks");
        Ok(())
    }
}

/// The first line of what is asked.
fn request(stream: &mut TcpStream) -> String {
    let mut request = [0; 2048];
    let read = stream.read(&mut request).unwrap_or_default();
    let text = String::from_utf8_lossy(&request[..read]).into_owned();
    text.lines().next().unwrap_or_default().to_owned()
}
